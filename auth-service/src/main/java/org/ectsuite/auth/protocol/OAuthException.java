package org.ectsuite.auth.protocol;

/** A request that is answered with an error of the protocol. */
public class OAuthException extends RuntimeException {

    private final OAuthError error;

    /**
     * An error.
     *
     * @param description for developers; fixed text without anything the client sent
     */
    public OAuthException(OAuthError error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    public OAuthError error() {
        return error;
    }

    public String description() {
        return String.valueOf(getMessage());
    }
}
