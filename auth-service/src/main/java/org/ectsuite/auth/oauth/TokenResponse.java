package org.ectsuite.auth.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.session.ClientTokens;
import org.ectsuite.auth.token.AccessToken;
import org.jspecify.annotations.Nullable;

/**
 * Tokens (RFC 6749 section 5.1, OpenID Connect Core section 3.1.3.3).
 *
 * @param expiresIn in seconds
 * @param scope separated by blanks
 */
@Schema(name = "Token")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenResponse(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("refresh_token") @Nullable String refreshToken,
        @JsonProperty("id_token") @Nullable String idToken,
        String scope) {

    static TokenResponse of(AccessToken access, List<String> scopes) {
        return new TokenResponse(access.text(), "Bearer", access.lifeInSeconds(), null, null, String.join(" ", scopes));
    }

    static TokenResponse of(ClientTokens tokens, @Nullable String idToken) {
        return new TokenResponse(
                tokens.access().text(),
                "Bearer",
                tokens.access().lifeInSeconds(),
                tokens.refresh().map(OpaqueToken::text).orElse(null),
                idToken,
                String.join(" ", tokens.scopes()));
    }

    @Override
    public String toString() {
        return "TokenResponse[hidden]";
    }
}
