package org.ectsuite.auth.social;

import java.util.Optional;

/**
 * What we are to a provider.
 *
 * @param id public
 * @param secret for the token endpoint alone
 */
record ClientCredentials(String id, String secret) {

    /** Empty if the provider is not to be offered. */
    static Optional<ClientCredentials> of(Optional<String> id, Optional<String> secret) {
        return id.filter(text -> !text.isBlank())
                .flatMap(given ->
                        secret.filter(text -> !text.isBlank()).map(kept -> new ClientCredentials(given, kept)));
    }

    @Override
    public String toString() {
        return "ClientCredentials[" + id + "]";
    }
}
