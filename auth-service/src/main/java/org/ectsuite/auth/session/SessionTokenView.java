package org.ectsuite.auth.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An access token for the web client.
 *
 * @param expiresIn in seconds
 */
@Schema(name = "SessionToken")
record SessionTokenView(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn) {

    @Override
    public String toString() {
        return "SessionTokenView[hidden]";
    }
}
