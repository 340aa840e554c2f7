package org.ectsuite.auth.oauth;

import java.util.Locale;

/** Errors of the token endpoint (RFC 6749 section 5.2, RFC 8707 section 2). */
enum OAuthError {
    INVALID_REQUEST(400),
    INVALID_CLIENT(401),
    UNAUTHORIZED_CLIENT(400),
    UNSUPPORTED_GRANT_TYPE(400),
    INVALID_SCOPE(400),
    INVALID_TARGET(400);

    private final int status;

    OAuthError(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
