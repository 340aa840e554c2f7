package org.ectsuite.webedge.limit;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.problem.ProblemResponses;
import org.jspecify.annotations.Nullable;

/** Refuses what is too much before anything is done for it: addresses over their ceiling, bodies that are too large. */
@Singleton
class EarlyLimits {

    /** After ids and headers, before the framework's own filters. */
    private static final int PRIORITY = 8_000;

    private final RequestCounter counter;
    private final ProblemResponses responses;
    private final @Nullable BigInteger maxBody;

    EarlyLimits(
            RequestCounter counter,
            ProblemResponses responses,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> maxBody) {
        this.counter = counter;
        this.responses = responses;
        this.maxBody = maxBody.map(MemorySize::asBigInteger).orElse(null);
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext routing) {
        Optional<ProblemException> refusal = counter.countForAddress(routing);
        if (refusal.isPresent()) {
            responses.end(refusal.get(), routing);
        } else if (isTooLarge(routing.request().getHeader("Content-Length"))) {
            // What is still on its way will not be read, so nothing else can be said on this connection.
            routing.addEndHandler(_ -> routing.request().connection().close());
            responses.end(
                    new ProblemException(CommonProblem.TOO_LARGE, "The body is larger than this service reads.")
                            .header("Connection", "close"),
                    routing);
        } else {
            routing.next();
        }
    }

    /** The framework would refuse it too, without a word. */
    private boolean isTooLarge(@Nullable String contentLength) {
        return maxBody != null
                && contentLength != null
                && contentLength.matches("[0-9]{1,30}")
                && new BigInteger(contentLength).compareTo(maxBody) > 0;
    }
}
