package org.ectsuite.auth.token;

import java.time.Duration;
import java.time.Instant;

/**
 * A signed access token.
 *
 * @param text compact JWS
 */
public record AccessToken(String text, Instant issuedAt, Instant expiresAt) {

    /** In whole seconds, as {@code expires_in} says it. */
    public long lifeInSeconds() {
        return Duration.between(issuedAt, expiresAt).toSeconds();
    }

    @Override
    public String toString() {
        return "AccessToken[hidden]";
    }
}
