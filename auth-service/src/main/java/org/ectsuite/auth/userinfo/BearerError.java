package org.ectsuite.auth.userinfo;

import org.ectsuite.webedge.problem.CommonProblem;

/** Why a token does not help (RFC 6750 section 3.1). */
enum BearerError {
    /** There is none: nothing is said but which kind is wanted. */
    MISSING(CommonProblem.UNAUTHENTICATED, ""),
    INVALID_REQUEST(
            CommonProblem.MALFORMED_REQUEST,
            ", error=\"invalid_request\", error_description=\"The token is sent in more than one way\""),
    INVALID_TOKEN(
            CommonProblem.UNAUTHENTICATED,
            ", error=\"invalid_token\", error_description=\"The access token is not good here, or not any more\""),
    INSUFFICIENT_SCOPE(CommonProblem.FORBIDDEN, ", error=\"insufficient_scope\", scope=\"openid\"");

    private final CommonProblem problem;
    private final String parameters;

    BearerError(CommonProblem problem, String parameters) {
        this.problem = problem;
        this.parameters = parameters;
    }

    CommonProblem problem() {
        return problem;
    }

    /** The {@code WWW-Authenticate} header. */
    String challenge() {
        return "Bearer realm=\"userinfo\"" + parameters;
    }
}
