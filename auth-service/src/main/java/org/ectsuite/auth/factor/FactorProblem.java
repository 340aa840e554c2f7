package org.ectsuite.auth.factor;

import org.ectsuite.webedge.problem.ProblemType;

/** What stands in the way of a change of factors. */
public enum FactorProblem implements ProblemType {
    /** There is one already; it must be removed before another is set up. */
    SECOND_FACTOR_EXISTS(409, "There is a second factor already"),
    /** There is none, or none that waits to be confirmed. */
    NO_SECOND_FACTOR(409, "There is no second factor"),
    /** The code is not the authenticator's present one, or was used already. */
    WRONG_CODE(400, "The code is not right"),
    /** Too many wrong codes; there is a pause. */
    FACTOR_PAUSED(429, "Too many wrong codes");

    private final int status;
    private final String title;

    FactorProblem(int status, String title) {
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
