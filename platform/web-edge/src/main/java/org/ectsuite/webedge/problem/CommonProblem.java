package org.ectsuite.webedge.problem;

/** The problems that every service knows. */
public enum CommonProblem implements ProblemType {
    /** The request could not be read: broken JSON, a bad header or cursor. */
    MALFORMED_REQUEST(400, "The request cannot be read"),
    /** The request was read and does not fit the rules; {@code errors} says where. */
    VALIDATION_FAILED(400, "The request does not fit the rules"),
    /** There is no valid proof of who asks. */
    UNAUTHENTICATED(401, "Sign in first"),
    /** It is known who asks, and that person or program may not do this. */
    FORBIDDEN(403, "This is not allowed"),
    /** There is no such thing, or the caller may not know that there is. */
    NOT_FOUND(404, "There is nothing here"),
    /** The resource exists and does not know this method. */
    METHOD_NOT_ALLOWED(405, "The method is not supported here"),
    /** No representation fits the Accept header. */
    NOT_ACCEPTABLE(406, "No acceptable representation"),
    /** The request clashes with the present state. */
    CONFLICT(409, "The request conflicts with the present state"),
    /** Somebody changed the resource since it was read. */
    STALE_VERSION(412, "The resource has changed meanwhile"),
    /** The body is larger than the service reads. */
    TOO_LARGE(413, "The request is too large"),
    /** The body has a content type that the resource does not read. */
    UNSUPPORTED_MEDIA_TYPE(415, "The content type is not supported here"),
    /** An idempotency key was used before with another request. */
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another request"),
    /** A change must say which version it changes. */
    VERSION_REQUIRED(428, "If-Match is required"),
    /** A rate limit is exhausted; Retry-After says for how long. */
    TOO_MANY_REQUESTS(429, "Too many requests"),
    /** The service failed; its log knows more under the request id. */
    INTERNAL_ERROR(500, "The service failed"),
    /** The service cannot answer at the moment. */
    UNAVAILABLE(503, "The service is not available");

    private final int status;
    private final String title;

    CommonProblem(int status, String title) {
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
