package org.ectsuite.auth.apikey;

import org.ectsuite.webedge.problem.ProblemType;

/** What stands in the way of an API key. */
public enum ApiKeyProblem implements ProblemType {
    /** A key does no more than its owner may do. */
    API_KEY_SCOPE_DENIED(403, "The role does not include what the key is to be allowed"),
    /** Keys that nobody needs are keys that nobody misses. */
    TOO_MANY_API_KEYS(409, "There are too many API keys");

    private final int status;
    private final String title;

    ApiKeyProblem(int status, String title) {
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
