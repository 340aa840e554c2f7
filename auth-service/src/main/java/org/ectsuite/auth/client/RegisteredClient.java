package org.ectsuite.auth.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.auth.keys.SigningAlgorithm;
import org.jspecify.annotations.Nullable;

/**
 * A registered client, as administrators see it.
 *
 * @param id the {@code client_id}, too
 * @param pkceOptional whether it may ask for codes without PKCE
 * @param jwks public keys of a client that signs, as a JSON Web Key Set
 * @param version counts the changes
 */
@Schema(name = "Client")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegisteredClient(
        UUID id,
        String name,
        ClientAuthentication authentication,
        List<String> redirectUris,
        List<String> postLogoutRedirectUris,
        @Nullable String backChannelLogoutUri,
        List<ClientGrant> grants,
        List<String> scopes,
        List<String> audiences,
        SigningAlgorithm idTokenAlgorithm,
        boolean pkceOptional,
        @Nullable String jwks,
        Instant createdAt,
        long version) {

    static RegisteredClient of(ClientRow row) {
        return new RegisteredClient(
                row.id,
                row.name,
                row.authentication,
                ClientRow.list(row.redirectUris),
                ClientRow.list(row.postLogoutRedirectUris),
                row.backChannelLogoutUri,
                ClientRow.list(row.grants).stream()
                        .map(ClientGrant::valueOf)
                        .sorted()
                        .toList(),
                ClientRow.list(row.scopes),
                ClientRow.list(row.audiences),
                row.idTokenAlgorithm,
                row.pkceOptional,
                row.jwks,
                row.createdAt,
                row.version);
    }

    /** A client, and its secret, which is shown this once. */
    @Schema(name = "ClientWithSecret")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WithSecret(RegisteredClient client, @Nullable String secret) {

        @Override
        public String toString() {
            return "WithSecret[" + client.id() + "]";
        }
    }
}
