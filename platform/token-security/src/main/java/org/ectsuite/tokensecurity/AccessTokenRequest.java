package org.ectsuite.tokensecurity;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks for the identity behind an access token. */
final class AccessTokenRequest extends BaseAuthenticationRequest {
    private final String token;

    AccessTokenRequest(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }
}
