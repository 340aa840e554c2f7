package org.ectsuite.auth.access;

import org.ectsuite.webedge.problem.ProblemType;

/** What stands in the way of a change of roles or a suspension. */
public enum AccessProblem implements ProblemType {
    /** Without an administrator nobody could ever make one. */
    LAST_ADMINISTRATOR(409, "The last administrator must remain"),
    /** Nobody locks himself out by mistake. */
    OWN_ACCOUNT(409, "This cannot be done to one's own account"),
    /** A suspension must end in the future, or not at all. */
    BAN_IN_THE_PAST(400, "The suspension would be over already");

    private final int status;
    private final String title;

    AccessProblem(int status, String title) {
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
