package org.ectsuite.webedge.limit;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.problem.ProblemResponses;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses callers whose budget is exhausted, once their endpoint is known and their token is verified. Made when the
 * program is built, so that it must hold nothing that configuration decides. Public for the filters' generated classes, which
 * another class loader may hold.
 */
@Singleton
public class CallerLimits {

    private final RequestCounter counter;
    private final ProblemResponses responses;
    private final CurrentIdentityAssociation identities;

    CallerLimits(RequestCounter counter, ProblemResponses responses, CurrentIdentityAssociation identities) {
        this.counter = counter;
        this.responses = responses;
        this.identities = identities;
    }

    @Uncounted
    @ServerRequestFilter(priority = 100)
    public void exempt(RoutingContext routing) {
        counter.exempt(routing);
    }

    @SignInLimited
    @ServerRequestFilter(priority = 400)
    public @Nullable Response signIn(RoutingContext routing) {
        return refused(counter.countForSignIn(routing), routing);
    }

    /** Runs after authentication and the checks of roles: the identity is a verified one. */
    @ServerRequestFilter(priority = 300)
    public Uni<@Nullable Response> caller(RoutingContext routing) {
        return identities
                .getDeferredIdentity()
                // A stale token at an open endpoint is nobody's token.
                .onFailure()
                .recoverWithItem(() -> (SecurityIdentity) null)
                .map(identity -> refused(counter.countForCaller(routing, identity), routing));
    }

    private @Nullable Response refused(Optional<ProblemException> refusal, RoutingContext routing) {
        return refusal.map(problem -> responses.response(problem, routing)).orElse(null);
    }
}
