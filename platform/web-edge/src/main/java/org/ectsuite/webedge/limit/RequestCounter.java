package org.ectsuite.webedge.limit;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.problem.ProblemGuard;
import org.ectsuite.webedge.request.RequestFacts;
import org.jspecify.annotations.Nullable;

/**
 * Counts each request once against the budget of whoever it is from. Who that is, only a verified token says: a
 * request whose token is missing or refused counts for its address.
 */
@ApplicationScoped
class RequestCounter implements ProblemGuard {

    private static final String COUNTED = RequestCounter.class.getName();

    /** The subject of a person is a UUID, that of a service its client id. */
    private static final Pattern PERSON = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final RateLimits limits;

    RequestCounter(LimitConfig config, Clock clock) {
        this.limits = new RateLimits(config, clock);
    }

    /** Counts against the ceiling of an address; the refusal if it is reached. */
    Optional<ProblemException> countForAddress(RoutingContext routing) {
        if (RequestFacts.isInternal(routing)) {
            return Optional.empty();
        }
        Allowance allowance = limits.take(Budget.ADDRESS, address(routing));
        if (allowance.granted()) {
            return Optional.empty();
        }
        // Whoever is over the ceiling must not cost a signature check or a second budget.
        routing.put(COUNTED, true);
        allowance.announce(routing);
        return Optional.of(allowance.refusal());
    }

    /** Counts against the budget of signing in; the refusal if it is exhausted. */
    Optional<ProblemException> countForSignIn(RoutingContext routing) {
        return counted(limits.take(Budget.SIGN_IN, address(routing)), routing);
    }

    /** Counts against the budget of whoever the request is from, unless that was done; the refusal if it is exhausted. */
    Optional<ProblemException> countForCaller(RoutingContext routing, @Nullable SecurityIdentity identity) {
        if (routing.get(COUNTED) != null) {
            return Optional.empty();
        }
        routing.put(COUNTED, true);
        if (identity == null || identity.isAnonymous()) {
            return counted(limits.take(Budget.ANONYMOUS, address(routing)), routing);
        }
        String subject = identity.getPrincipal().getName();
        Budget budget = PERSON.matcher(subject).matches() ? Budget.PERSON : Budget.SERVICE;
        return counted(limits.take(budget, subject), routing);
    }

    /** Lets a request pass uncounted. */
    void exempt(RoutingContext routing) {
        routing.put(COUNTED, true);
    }

    /** A request that fails before its endpoint is reached, for want of a valid token or a path, counts too. */
    @Override
    public ProblemException beforeWriting(ProblemException problem, RoutingContext routing) {
        SecurityIdentity identity = routing.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
        return countForCaller(routing, identity).orElse(problem);
    }

    private static Optional<ProblemException> counted(Allowance allowance, RoutingContext routing) {
        allowance.announce(routing);
        return allowance.granted() ? Optional.empty() : Optional.of(allowance.refusal());
    }

    private static String address(RoutingContext routing) {
        return ClientKey.of(RequestFacts.clientAddress(routing));
    }
}
