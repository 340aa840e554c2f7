package org.ectsuite.webedge.limit;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;

/**
 * What a budget says to one request.
 *
 * @param granted the request is within the budget
 * @param limit requests per minute
 * @param remaining how many more are within it
 * @param reset when the budget is full again
 */
record Allowance(boolean granted, int limit, long remaining, Duration reset) {

    /** Tells the client how it stands (RateLimit header fields for HTTP). */
    void announce(RoutingContext routing) {
        routing.response()
                .putHeader("RateLimit-Limit", String.valueOf(limit))
                .putHeader("RateLimit-Remaining", String.valueOf(remaining))
                .putHeader("RateLimit-Reset", seconds());
    }

    ProblemException refusal() {
        return new ProblemException(
                        CommonProblem.TOO_MANY_REQUESTS, "More than " + limit + " requests within a minute.")
                .header("Retry-After", seconds());
    }

    /** Whole seconds, rounded up: who waits for that long is not refused again. */
    private String seconds() {
        return String.valueOf(Math.max(1, reset.plusNanos(999_999_999).toSeconds()));
    }
}
