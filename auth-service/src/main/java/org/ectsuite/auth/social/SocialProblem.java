package org.ectsuite.auth.social;

import org.ectsuite.webedge.problem.ProblemType;

/** What stands in the way of linking and unlinking identities. */
public enum SocialProblem implements ProblemType {
    /** Google, Microsoft or GitHub cannot be reached; everything else works. */
    PROVIDER_UNAVAILABLE(503, "The provider does not answer"),
    /** Identities that nobody uses are doors that nobody watches. */
    TOO_MANY_IDENTITIES(409, "There are too many identities"),
    /** The account could not be opened any more. */
    LAST_WAY_IN(409, "That is the last way in");

    private final int status;
    private final String title;

    SocialProblem(int status, String title) {
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
