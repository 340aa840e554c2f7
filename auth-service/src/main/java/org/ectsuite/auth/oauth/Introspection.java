package org.ectsuite.auth.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.auth.token.IssuedToken;
import org.jspecify.annotations.Nullable;

/**
 * What a token is worth (RFC 7662 section 2.2); of one that is worth nothing nothing is said.
 *
 * @param exp in seconds since 1970, as {@code iat}
 */
@Schema(name = "Introspection")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Introspection(
        boolean active,
        @Nullable String iss,
        @Nullable String sub,
        @Nullable List<String> aud,
        @JsonProperty("client_id") @Nullable String clientId,
        @Nullable String scope,
        @JsonProperty("token_type") @Nullable String tokenType,
        @Nullable String jti,
        @Nullable String sid,
        @Nullable Long iat,
        @Nullable Long exp) {

    static final Introspection INACTIVE =
            new Introspection(false, null, null, null, null, null, null, null, null, null, null);

    static Introspection of(IssuedToken token) {
        return new Introspection(
                true,
                token.issuer(),
                token.subject(),
                token.audiences(),
                token.clientId(),
                token.scopes().isEmpty() ? null : String.join(" ", token.scopes()),
                "Bearer",
                token.id(),
                token.sessionId() == null ? null : token.sessionId().toString(),
                token.issuedAt().getEpochSecond(),
                token.expiresAt().getEpochSecond());
    }
}
