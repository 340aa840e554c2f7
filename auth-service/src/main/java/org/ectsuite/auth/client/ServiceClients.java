package org.ectsuite.auth.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The programs that get tokens in their own name, and their proof. */
@ApplicationScoped
public class ServiceClients {

    private record Known(ServiceClient client, Digest secret) {}

    /** A hash that can be compared; of a secret that nobody can guess, so that a plain hash will do. */
    private record Digest(String hex) {

        static Digest of(String secret) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
                return new Digest(java.util.HexFormat.of().formatHex(hash));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java runtime has SHA-256", e);
            }
        }

        boolean matches(Digest other) {
            return MessageDigest.isEqual(
                    hex.getBytes(StandardCharsets.US_ASCII), other.hex.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private final Map<String, Known> known = new HashMap<>();
    /** Compared with when the client is unknown, so that this takes as long. */
    private final Digest nobody = Digest.of("");

    @Inject
    ServiceClients(ClientConfig config) {
        this(config.services());
    }

    ServiceClients(Map<String, ? extends ClientConfig.Service> services) {
        services.forEach((id, service) -> known.put(
                id,
                new Known(new ServiceClient(id, service.scopes(), service.audiences()), Digest.of(service.secret()))));
    }

    /** The client of this id, if the secret is its own. */
    public Optional<ServiceClient> authenticate(String id, String secret) {
        Known client = known.get(id);
        boolean proven = Digest.of(secret).matches(client == null ? nobody : client.secret());
        return client != null && proven ? Optional.of(client.client()) : Optional.empty();
    }
}
