package org.ectsuite.auth.passkey;

import org.ectsuite.webedge.problem.ProblemType;

/** What stands in the way of a passkey. */
public enum PasskeyProblem implements ProblemType {
    /** What the authenticator answered does not fit the challenge, this site, or the rules. */
    PASSKEY_REFUSED(400, "The passkey was not accepted"),
    /** One authenticator holds one passkey of an account. */
    PASSKEY_EXISTS(409, "There is this passkey already"),
    /** Passkeys that nobody needs are passkeys that nobody misses. */
    TOO_MANY_PASSKEYS(409, "There are too many passkeys");

    private final int status;
    private final String title;

    PasskeyProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
