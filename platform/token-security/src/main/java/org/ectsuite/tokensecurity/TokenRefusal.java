package org.ectsuite.tokensecurity;

/** Why an access token is refused; the name, in lower case and with hyphens, stands in the security log. */
public enum TokenRefusal implements SecurityLog.Reason {
    /** It is no signed JWT of a sane size, or its claims are missing or of the wrong kind. */
    MALFORMED,
    /** It is signed by an algorithm that is not on the list, or not signed. */
    ALGORITHM,
    /** It is another kind of JWT: an ID token, a logout token. */
    TYPE,
    /** It names no key, or one that auth-service does not publish. */
    UNKNOWN_KEY,
    /** The signature does not fit. */
    SIGNATURE,
    /** Somebody else issued it. */
    ISSUER,
    /** It is for another service. */
    AUDIENCE,
    /** It is valid in the future, or for longer than access tokens are. */
    LIFETIME,
    /** It was good and has expired; happens to honest clients. */
    EXPIRED,
    /** Session, subject or token were revoked; happens to honest clients. */
    REVOKED;

    @Override
    public boolean honest() {
        return this == EXPIRED || this == REVOKED;
    }
}
