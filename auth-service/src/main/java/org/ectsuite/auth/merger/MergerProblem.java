package org.ectsuite.auth.merger;

import org.ectsuite.webedge.problem.ProblemType;

/** What stands in the way of a merger; administrators alone are told. */
public enum MergerProblem implements ProblemType {
    /** It takes two. */
    SAME_ACCOUNT(409, "These are one account already"),
    /** Nobody signs himself out by mistake. */
    OWN_ACCOUNT_GOES(409, "The caller's own account cannot go into another"),
    /** A merger is no way round a suspension. */
    ACCOUNT_CLOSED(409, "One of the accounts is closed"),
    /** No role is to grow or to get lost in passing. */
    ROLES_DIFFER(409, "The accounts have different roles");

    private final int status;
    private final String title;

    MergerProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** What to do about it. */
    String advice() {
        return switch (this) {
            case SAME_ACCOUNT -> "Name another account.";
            case OWN_ACCOUNT_GOES -> "Let the other one go into yours, or ask another administrator.";
            case ACCOUNT_CLOSED -> "Open it first, if that is right.";
            case ROLES_DIFFER -> "Give both the same role first: what it is to be then.";
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
