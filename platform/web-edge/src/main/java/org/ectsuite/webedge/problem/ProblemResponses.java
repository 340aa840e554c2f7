package org.ectsuite.webedge.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.ectsuite.webedge.request.RequestFacts;
import org.jspecify.annotations.Nullable;

/** Writes problems, for endpoints and for what fails before any endpoint is reached. */
@Singleton
public class ProblemResponses {

    private final ObjectMapper mapper;
    private final List<ProblemGuard> guards;

    ProblemResponses(ObjectMapper mapper, @All List<ProblemGuard> guards) {
        this.mapper = mapper;
        this.guards = guards;
    }

    /** The response of an endpoint that failed with this problem. */
    public Response response(ProblemException problem, @Nullable RoutingContext routing) {
        ProblemException written = guarded(problem, routing);
        Response.ResponseBuilder response = Response.status(written.type().status())
                .type(Problem.MEDIA_TYPE)
                .entity(body(written, routing));
        written.headers().forEach(response::header);
        return response.build();
    }

    /** Ends a request that never reaches an endpoint. */
    public void end(ProblemException problem, RoutingContext routing) {
        ProblemException written = guarded(problem, routing);
        HttpServerResponse response = routing.response();
        if (response.ended()) {
            return;
        }
        if (response.headWritten()) {
            // Too late for a status: only a broken connection tells the client that its answer is not whole.
            response.reset();
            return;
        }
        written.headers().forEach(response::putHeader);
        response.setStatusCode(written.type().status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
        if (HttpMethod.HEAD.equals(routing.request().method())) {
            response.end();
        } else {
            response.end(body(written, routing));
        }
    }

    private ProblemException guarded(ProblemException problem, @Nullable RoutingContext routing) {
        if (routing == null) {
            return problem;
        }
        ProblemException written = problem;
        for (ProblemGuard guard : guards) {
            written = guard.beforeWriting(written, routing);
        }
        return written;
    }

    private String body(ProblemException problem, @Nullable RoutingContext routing) {
        try {
            return mapper.writeValueAsString(
                    Problem.of(problem, RequestFacts.id(routing)).wire());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "A member of problem " + problem.type().code() + " is no JSON", e);
        }
    }
}
