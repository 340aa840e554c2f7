package org.ectsuite.notification.push;

import org.ectsuite.webedge.problem.ProblemType;

/** Problems with targets. */
enum PushProblem implements ProblemType {
    /** There are as many targets as allowed; remove one first. */
    TOO_MANY_TARGETS(409, "There are as many targets as allowed"),
    /** Only administrators add targets in this installation. */
    TARGETS_NOT_ALLOWED(403, "Targets of one's own are not allowed here"),
    /** A test message was sent a few seconds ago. */
    TRIED_JUST_NOW(429, "A test message was sent just now"),
    /** An ntfy topic has no secret of ours. */
    NO_SIGNING_SECRET(409, "This target has no secret to sign with");

    private final int status;
    private final String title;

    PushProblem(int status, String title) {
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
