package org.ectsuite.tokensecurity;

/** An access token was refused. The message names the reason and nothing of the token. */
public class TokenRefusedException extends RuntimeException {
    private final TokenRefusal reason;

    /** Refused for this reason. */
    public TokenRefusedException(TokenRefusal reason) {
        // Refusals are answers, not faults: a stack trace would only cost time under attack.
        super("Access token refused: " + reason, null, false, false);
        this.reason = reason;
    }

    /** Why. */
    public TokenRefusal reason() {
        return reason;
    }
}
