package org.ectsuite.auth.oauth;

/** A token request that is answered with an error of the protocol. */
class OAuthException extends RuntimeException {

    private final OAuthError error;

    /**
     * An error.
     *
     * @param description for developers; fixed text without anything the client sent
     */
    OAuthException(OAuthError error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    OAuthError error() {
        return error;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
