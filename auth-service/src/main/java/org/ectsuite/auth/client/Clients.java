package org.ectsuite.auth.client;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The programs that get tokens, wherever they are known from, and their proof. */
@ApplicationScoped
public class Clients {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final ServiceClients services;
    private final ClientRepository repository;

    Clients(ServiceClients services, ClientRepository repository) {
        this.services = services;
        this.repository = repository;
    }

    /** The client of this id. */
    @WithTransaction
    public Uni<Optional<OAuthClient>> find(String id) {
        Optional<OAuthClient> service = services.find(id);
        if (service.isPresent() || !UUID_TEXT.matcher(id).matches()) {
            return Uni.createFrom().item(service);
        }
        return repository
                .findById(UUID.fromString(id))
                .map(row -> Optional.ofNullable(row).map(ClientRow::client));
    }

    /** The client of this id, if the secret is its own. */
    @WithTransaction
    public Uni<Optional<OAuthClient>> authenticate(String id, String secret) {
        if (!UUID_TEXT.matcher(id).matches()) {
            return Uni.createFrom().item(services.authenticate(id, secret));
        }
        byte[] hash = Secret.hash(secret);
        return repository
                .findById(UUID.fromString(id))
                .map(row -> Optional.ofNullable(row)
                        .filter(found -> MessageDigest.isEqual(found.secretHash, hash))
                        .map(ClientRow::client));
    }
}
