package org.ectsuite.webedge.idempotency;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Deletes expired idempotency keys; several replicas may do so at the same time. */
@ApplicationScoped
class IdempotencyCleanUp {

    private final Clock clock;

    IdempotencyCleanUp(Clock clock) {
        this.clock = clock;
    }

    @Scheduled(
            identity = "idempotency-clean-up",
            every = "${ect.web.idempotency.clean-up:15m}",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> deleteExpired() {
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        "DELETE FROM idempotency_key WHERE expires_at <= :now")
                                .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                                .executeUpdate()))
                .replaceWithVoid();
    }
}
