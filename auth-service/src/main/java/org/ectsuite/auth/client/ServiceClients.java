package org.ectsuite.auth.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The services of the suite, which get tokens in their own name, and their proof. */
@ApplicationScoped
class ServiceClients {

    // Never compared: an array in a record compares by identity.
    @SuppressWarnings("ArrayRecordComponent")
    private record Known(OAuthClient client, byte[] secretHash) {}

    private final Map<String, Known> known = new HashMap<>();
    /** Compared with when the client is unknown, so that this takes as long. */
    private final byte[] nobody = Secret.hash("");

    @Inject
    ServiceClients(ClientConfig config) {
        this(config.services());
    }

    ServiceClients(Map<String, ? extends ClientConfig.Service> services) {
        services.forEach((id, service) -> known.put(
                id,
                new Known(
                        OAuthClient.service(id, service.scopes(), service.audiences()),
                        Secret.hash(service.secret()))));
    }

    Optional<OAuthClient> find(String id) {
        return Optional.ofNullable(known.get(id)).map(Known::client);
    }

    /** The client of this id, if the secret is its own. */
    Optional<OAuthClient> authenticate(String id, String secret) {
        Known client = known.get(id);
        boolean proven = MessageDigest.isEqual(Secret.hash(secret), client == null ? nobody : client.secretHash());
        return client != null && proven ? Optional.of(client.client()) : Optional.empty();
    }
}
