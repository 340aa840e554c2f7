package org.ectsuite.webedge.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/**
 * Answers what endpoints throw, and what is thrown before an endpoint is chosen. Public for the mappers' generated
 * classes, which another class loader may hold.
 */
@Singleton
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ProblemResponses responses;

    ProblemMappers(ProblemResponses responses) {
        this.responses = responses;
    }

    @ServerExceptionMapper
    public Response problem(ProblemException problem, RoutingContext routing) {
        return responses.response(problem, routing);
    }

    @ServerExceptionMapper
    public Response constraintsBroken(ResteasyReactiveViolationException failure, RoutingContext routing) {
        return InvalidInput.isOwnFault(failure.getConstraintViolations())
                ? failed(failure, routing)
                : responses.response(InvalidInput.of(failure.getConstraintViolations()), routing);
    }

    @ServerExceptionMapper
    public Response bodyOfAnotherShape(MismatchedInputException failure, RoutingContext routing) {
        return responses.response(InvalidInput.of(failure), routing);
    }

    @ServerExceptionMapper
    public Response noToken(UnauthorizedException failure, RoutingContext routing) {
        return responses.response(HttpProblems.unauthenticated(false), routing);
    }

    @ServerExceptionMapper
    public Response tokenRefused(AuthenticationFailedException failure, RoutingContext routing) {
        return authenticationFailed(failure, routing);
    }

    @ServerExceptionMapper
    public Response authenticationIncomplete(AuthenticationCompletionException failure, RoutingContext routing) {
        return authenticationFailed(failure, routing);
    }

    @ServerExceptionMapper
    public Response notAllowed(ForbiddenException failure, RoutingContext routing) {
        return responses.response(HttpProblems.forbidden(), routing);
    }

    /** A mapper of its own, since the framework has one for its development page. */
    @ServerExceptionMapper
    public Response notFound(NotFoundException failure, RoutingContext routing) {
        return webApplication(failure, routing);
    }

    @ServerExceptionMapper
    public Response methodNotAllowed(NotAllowedException failure, RoutingContext routing) {
        return responses.response(
                HttpProblems.of(405).header(HttpHeaders.ALLOW, AllowedMethods.of(CurrentRequestManager.get())),
                routing);
    }

    @ServerExceptionMapper
    public Response webApplication(WebApplicationException failure, RoutingContext routing) {
        Response meant = failure.getResponse();
        if (meant.hasEntity() || meant.getStatus() < 400) {
            // A protocol that owns its bodies (RFC 6749), or a redirect.
            return meant;
        }
        if (failure.getCause() instanceof JsonProcessingException json) {
            // A value that checks itself while it is read may have said what is wrong.
            ProblemException said = ServiceFailure.foreseen(json);
            return responses.response(said == null ? InvalidInput.of(json) : said, routing);
        }
        if (failure instanceof NotFoundException && failure.getCause() != null) {
            String parameter = unconvertible(failure.getCause(), routing.queryParams());
            if (parameter != null) {
                return responses.response(InvalidInput.ofParameter(parameter), routing);
            }
        }
        if (meant.getStatus() >= 500) {
            ProblemException foreseen = ServiceFailure.foreseen(failure);
            return meant.getStatus() == 500
                    ? failed(failure, routing)
                    : responses.response(foreseen == null ? HttpProblems.of(meant.getStatus()) : foreseen, routing);
        }
        ProblemException problem = HttpProblems.of(meant.getStatus());
        for (String kept : new String[] {HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER}) {
            String value = meant.getHeaderString(kept);
            if (value != null) {
                problem.header(kept, value);
            }
        }
        return responses.response(problem, routing);
    }

    @ServerExceptionMapper
    public Response anythingElse(Throwable failure, RoutingContext routing) {
        return failed(failure, routing);
    }

    private Response authenticationFailed(Throwable failure, RoutingContext routing) {
        // Whoever verifies tokens may know better, for example that its keys cannot be had at the moment.
        ProblemException foreseen = ServiceFailure.foreseen(failure);
        return responses.response(foreseen == null ? HttpProblems.unauthenticated(true) : foreseen, routing);
    }

    private Response failed(Throwable failure, RoutingContext routing) {
        ProblemException foreseen = ServiceFailure.foreseen(failure);
        if (foreseen != null) {
            LOG.debugf(failure, "Answered with %s", foreseen.type().code());
            return responses.response(foreseen, routing);
        }
        LOG.errorf(failure, "%s %s failed", routing.request().method(), routing.normalizedPath());
        return responses.response(ServiceFailure.unforeseen(), routing);
    }

    /**
     * The query parameter whose value a converter complains about. JAX-RS answers 404 to a query parameter of the wrong
     * form as if it were a part of the path; a client deserves to hear which one it was.
     */
    static @Nullable String unconvertible(Throwable complaint, MultiMap query) {
        int depth = 0;
        for (Throwable cause = complaint; cause != null && depth < 5; cause = cause.getCause(), depth++) {
            String message = cause.getMessage();
            if (message == null) {
                continue;
            }
            for (Map.Entry<String, String> parameter : query) {
                if (!parameter.getValue().isEmpty() && message.contains(parameter.getValue())) {
                    return parameter.getKey();
                }
            }
        }
        return null;
    }
}
