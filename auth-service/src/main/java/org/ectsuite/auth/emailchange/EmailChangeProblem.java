package org.ectsuite.auth.emailchange;

import org.ectsuite.webedge.problem.ProblemType;

/** What stands in the way of a change of address. None of it tells whether somebody else has an account. */
public enum EmailChangeProblem implements ProblemType {
    /** Nothing would change. */
    SAME_ADDRESS(409, "The account has this address already"),
    /** Strangers' mailboxes are not to be flooded. */
    TOO_MANY_EMAIL_CHANGES(429, "Too many changes of address were asked for");

    private final int status;
    private final String title;

    EmailChangeProblem(int status, String title) {
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
