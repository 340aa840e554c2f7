package org.ectsuite.webedge.problem;

import java.util.Locale;

/** The problems of plain HTTP statuses, for failures that come without one of ours. */
final class HttpProblems {

    private HttpProblems() {}

    /** The problem of a status; statuses without an entry of their own become the general one of their class. */
    static ProblemException of(int status) {
        return switch (status) {
            case 401 -> unauthenticated(false);
            case 403 -> forbidden();
            case 404, 410 -> new ProblemException(CommonProblem.NOT_FOUND, "Nothing is known under this address.");
            case 405 ->
                new ProblemException(CommonProblem.METHOD_NOT_ALLOWED, "This address exists, but not for this method.");
            case 406 ->
                new ProblemException(
                        CommonProblem.NOT_ACCEPTABLE, "The resource has no representation that Accept names.");
            case 409 -> new ProblemException(CommonProblem.CONFLICT, "The request conflicts with the present state.");
            case 413 ->
                new ProblemException(CommonProblem.TOO_LARGE, "The body is larger than this service reads.")
                        .header("Connection", "close");
            case 415 ->
                new ProblemException(
                        CommonProblem.UNSUPPORTED_MEDIA_TYPE, "The resource does not read this Content-Type.");
            case 429 -> new ProblemException(CommonProblem.TOO_MANY_REQUESTS, "Wait before you ask again.");
            case 503, 504 -> new ProblemException(CommonProblem.UNAVAILABLE, "The service cannot answer now.");
            default ->
                status >= 400 && status < 500
                        ? new ProblemException(CommonProblem.MALFORMED_REQUEST, "The request cannot be read.")
                        : ServiceFailure.unforeseen();
        };
    }

    /**
     * There is no valid token (RFC 6750, section 3).
     *
     * @param presented a token was presented and is not accepted
     */
    static ProblemException unauthenticated(boolean presented) {
        return new ProblemException(
                        CommonProblem.UNAUTHENTICATED,
                        presented ? "The access token is not accepted." : "An access token is required.")
                .header("WWW-Authenticate", presented ? challenge("invalid_token") : "Bearer realm=\"ect\"");
    }

    /** The token is valid and does not allow this. */
    static ProblemException forbidden() {
        return new ProblemException(CommonProblem.FORBIDDEN, "The access token does not allow this.")
                .header("WWW-Authenticate", challenge("insufficient_scope"));
    }

    private static String challenge(String error) {
        return String.format(Locale.ROOT, "Bearer realm=\"ect\", error=\"%s\"", error);
    }
}
