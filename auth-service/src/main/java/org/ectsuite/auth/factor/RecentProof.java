package org.ectsuite.auth.factor;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.account.Role;
import org.ectsuite.auth.session.Evidence;
import org.ectsuite.auth.session.Sessions;
import org.ectsuite.tokensecurity.StepUpProblem;
import org.ectsuite.webedge.problem.ProblemException;

/**
 * Who changes what opens doors must have shown himself a moment ago: whoever finds an unlocked screen cannot. An
 * administrator who has a factor must have shown that: whoever reads his mail cannot.
 */
@ApplicationScoped
public class RecentProof {

    private final Sessions sessions;
    private final Accounts accounts;
    private final FactorConfig config;
    private final Clock clock;

    RecentProof(Sessions sessions, Accounts accounts, FactorConfig config, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.config = config;
        this.clock = clock;
    }

    /** Whether somebody has shown himself as he must. */
    public enum Standing {
        GIVEN,
        /** He has just signed in, but an administrator's factor is still to be shown. */
        FACTOR_DUE,
        /** It is too long ago. */
        STALE
    }

    /** Whether the owner of the session has shown himself so in the last minutes, and if not, what is wanting. */
    @WithTransaction
    public Uni<Standing> standing(UUID sessionId) {
        return recent(sessionId);
    }

    /** Fails with {@code step-up-required} unless the owner of the session has shown himself so in the last minutes. */
    @WithTransaction
    public Uni<Void> require(UUID sessionId) {
        return recent(sessionId)
                .invoke(standing -> {
                    if (standing != Standing.GIVEN) {
                        throw new ProblemException(
                                        StepUpProblem.STEP_UP_REQUIRED,
                                        "Show who you are again, then repeat what you did.")
                                // RFC 9470
                                .header(
                                        "WWW-Authenticate",
                                        "Bearer realm=\"ect\", error=\"insufficient_user_authentication\", max_age="
                                                + config.fresh().toSeconds());
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Standing> recent(UUID sessionId) {
        return sessions.evidence(sessionId)
                .chain(evidence -> accounts.get(evidence.accountId())
                        .map(account -> recent(evidence, account.role() == Role.ADMIN)));
    }

    private Standing recent(Evidence evidence, boolean administrator) {
        if (!clock.instant().isBefore(evidence.shownAt().plus(config.fresh()))) {
            return Standing.STALE;
        }
        return administrator && evidence.factorDue() ? Standing.FACTOR_DUE : Standing.GIVEN;
    }
}
