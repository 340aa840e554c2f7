package org.ectsuite.auth.client;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.auth.keys.SigningAlgorithm;
import org.jspecify.annotations.Nullable;

/** A client as an administrator wants it. */
@Schema(name = "ClientRequest")
record ClientRequest(
        @NotBlank @Size(max = 100) String name,
        @NotNull ClientAuthentication authentication,
        @Size(max = 20) @Nullable List<@NotNull @Size(max = 500) String> redirectUris,
        @Size(max = 20) @Nullable List<@NotNull @Size(max = 500) String> postLogoutRedirectUris,
        @Size(max = 500) @Nullable String backChannelLogoutUri,
        @NotNull @Size(min = 1, max = 4) Set<@NotNull ClientGrant> grants,
        @NotNull @Size(max = 20) Set<@NotNull @Size(max = 64) String> scopes,
        @Size(max = 10) @Nullable Set<@NotNull @Size(max = 64) String> audiences,
        @Nullable SigningAlgorithm idTokenAlgorithm,
        @Nullable Boolean pkceOptional,
        @Size(max = 8000) @Nullable String jwks) {

    ClientMetadata metadata() {
        return new ClientMetadata(
                name.strip(),
                authentication,
                redirectUris == null ? List.of() : redirectUris,
                postLogoutRedirectUris == null ? List.of() : postLogoutRedirectUris,
                backChannelLogoutUri,
                grants,
                scopes,
                audiences == null ? Set.of() : audiences,
                idTokenAlgorithm == null ? SigningAlgorithm.RS256 : idTokenAlgorithm,
                Boolean.TRUE.equals(pkceOptional),
                jwks);
    }
}
