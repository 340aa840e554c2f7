package org.ectsuite.webedge.problem;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers what fails outside of endpoints: unknown paths, filters, upgrades, bodies that are too large. */
@Singleton
class ProblemRoutes {

    private static final Logger LOG = Logger.getLogger(ProblemRoutes.class);

    private final ProblemResponses responses;

    ProblemRoutes(ProblemResponses responses) {
        this.responses = responses;
    }

    void register(@Observes Router router) {
        // First of all failure handlers, so that the framework's pages with stack traces are never reached.
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        // Last of all handlers: nobody knew the path.
        router.route().order(Integer.MAX_VALUE).handler(routing -> responses.end(HttpProblems.of(404), routing));
    }

    private void failed(RoutingContext routing) {
        if (routing.response().ended()) {
            // What the framework still tries with a request that was refused in the midst of its body.
            LOG.debugf(routing.failure(), "A request failed after it was answered");
            return;
        }
        responses.end(problem(routing.failure(), routing.statusCode(), routing), routing);
    }

    private static ProblemException problem(@Nullable Throwable failure, int status, RoutingContext routing) {
        if (failure instanceof UnauthorizedException) {
            return HttpProblems.unauthenticated(false);
        }
        if (failure instanceof ForbiddenException) {
            return HttpProblems.forbidden();
        }
        if (failure instanceof WebApplicationException refusal
                && refusal.getResponse().getStatusInfo().getFamily() == Response.Status.Family.CLIENT_ERROR) {
            // A form that is too large, say, while it is still being read.
            return HttpProblems.of(refusal.getResponse().getStatus());
        }
        ProblemException foreseen = failure == null ? null : ServiceFailure.foreseen(failure);
        if (foreseen != null) {
            return foreseen;
        }
        if (failure instanceof AuthenticationFailedException || failure instanceof AuthenticationCompletionException) {
            return HttpProblems.unauthenticated(true);
        }
        if (status >= 400 && status < 500) {
            return HttpProblems.of(status);
        }
        LOG.errorf(failure, "%s %s failed with %d", routing.request().method(), routing.normalizedPath(), status);
        return HttpProblems.of(status);
    }
}
