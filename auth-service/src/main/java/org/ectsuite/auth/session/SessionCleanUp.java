package org.ectsuite.auth.session;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Forgets what is of no use: sealed successors after the grace, and sessions long over. */
@ApplicationScoped
class SessionCleanUp {

    private final SessionRepository sessions;
    private final RefreshTokenRepository tokens;
    private final SessionConfig config;
    private final Clock clock;

    SessionCleanUp(SessionRepository sessions, RefreshTokenRepository tokens, SessionConfig config, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "sessions-clean-up",
            every = "1m",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> run() {
        Instant now = clock.instant();
        Instant longOver = now.minus(config.keepEnded());
        return tokens.update(
                        "successorSealed = null where successorSealed is not null and rotatedAt < ?1",
                        now.minus(config.grace()))
                .chain(() -> sessions.delete("expiresAt < ?1 or endedAt < ?1", longOver))
                .replaceWithVoid();
    }
}
