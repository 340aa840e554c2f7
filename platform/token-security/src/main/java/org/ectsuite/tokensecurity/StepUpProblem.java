package org.ectsuite.tokensecurity;

import org.ectsuite.webedge.problem.ProblemType;

/** What stands between an administrator and his deed. */
public enum StepUpProblem implements ProblemType {
    /** The second factor was shown too long ago. Show it on the page /auth/sign-in/step-up, then try again. */
    STEP_UP_REQUIRED(401, "Show your second factor again");

    private final int status;
    private final String title;

    StepUpProblem(int status, String title) {
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
