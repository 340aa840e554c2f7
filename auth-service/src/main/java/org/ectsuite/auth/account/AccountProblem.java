package org.ectsuite.auth.account;

import org.ectsuite.webedge.problem.ProblemType;

/** What stands in the way of a change of one's profile. */
public enum AccountProblem implements ProblemType {
    /** A callsign belongs to one station. */
    CALLSIGN_TAKEN(409, "Another account has this callsign");

    private final int status;
    private final String title;

    AccountProblem(int status, String title) {
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
