package org.ectsuite.auth.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Tokens (RFC 6749 section 5.1).
 *
 * @param expiresIn in seconds
 * @param scope separated by blanks
 */
@Schema(name = "Token")
record TokenResponse(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn,
        String scope) {

    @Override
    public String toString() {
        return "TokenResponse[hidden]";
    }
}
