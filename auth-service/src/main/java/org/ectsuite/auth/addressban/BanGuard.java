package org.ectsuite.auth.addressban;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.ectsuite.tokensecurity.SecurityLog;
import org.ectsuite.webedge.limit.SignInLimited;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.problem.ProblemResponses;
import org.ectsuite.webedge.request.RequestFacts;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps banned addresses out of the places where somebody could guess or flood his way in. Everything else stays open to
 * them: sessions and programs with good tokens, of people who share the address, go on. Public for the generated filter.
 */
@Singleton
public class BanGuard {

    private final AddressBans bans;
    private final ProblemResponses responses;
    private final Clock clock;

    BanGuard(AddressBans bans, ProblemResponses responses, Clock clock) {
        this.bans = bans;
        this.responses = responses;
        this.clock = clock;
    }

    @SignInLimited
    @ServerRequestFilter(priority = 350)
    public Uni<@Nullable Response> refuseBanned(RoutingContext routing) {
        String address = RequestFacts.clientAddress(routing);
        return bans.bannedUntil(address)
                .map(until -> until.map(end -> refused(address, end, routing)).orElse(null));
    }

    private Response refused(String address, Instant until, RoutingContext routing) {
        SecurityLog.authenticationFailed(address, BanFailure.BANNED_ADDRESS);
        long wait = Math.max(1, Duration.between(clock.instant(), until).toSeconds());
        return responses.response(
                new ProblemException(
                                AddressBanProblem.ADDRESS_BANNED,
                                "Wait, or sign in from elsewhere; an administrator can lift it.")
                        .header("Retry-After", Long.toString(wait)),
                routing);
    }
}
