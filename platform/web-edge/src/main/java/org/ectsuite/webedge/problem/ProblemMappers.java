package org.ectsuite.webedge.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers what endpoints throw. */
@Singleton
class ProblemMappers {

    private final ProblemResponses responses;
    private final CurrentVertxRequest current;

    ProblemMappers(ProblemResponses responses, CurrentVertxRequest current) {
        this.responses = responses;
        this.current = current;
    }

    @ServerExceptionMapper
    Response problem(ProblemException problem) {
        return responses.response(problem, current.getCurrent());
    }
}
