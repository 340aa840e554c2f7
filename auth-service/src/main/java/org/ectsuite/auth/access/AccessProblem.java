package org.ectsuite.auth.access;

import org.ectsuite.webedge.problem.ProblemType;

/** What stands in the way of a change of roles or a suspension. */
public enum AccessProblem implements ProblemType {
    /** Without an administrator nobody could ever make one. */
    LAST_ADMINISTRATOR(409, "The last administrator must remain"),
    /** Nobody locks himself out by mistake. */
    OWN_ACCOUNT(409, "This cannot be done to one's own account"),
    /** What is left of it is a name in logs. */
    ACCOUNT_GONE(409, "This account is erased or merged"),
    /** A suspension is not to be undone by another that weighs less. */
    ACCOUNT_SUSPENDED(409, "This account is suspended"),
    /** A suspension must end in the future, or not at all. */
    BAN_IN_THE_PAST(400, "The suspension would be over already");

    private final int status;
    private final String title;

    AccessProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** What to do about it. */
    String advice() {
        return switch (this) {
            case LAST_ADMINISTRATOR -> "Make somebody else an administrator first.";
            case OWN_ACCOUNT -> "Ask another administrator.";
            case ACCOUNT_GONE -> "Nothing of it can be changed any more.";
            case ACCOUNT_SUSPENDED -> "Lift the suspension first.";
            case BAN_IN_THE_PAST -> "Name an end that is still to come, or none.";
        };
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
