package org.ectsuite.auth.client;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Remembers the signatures by which clients have shown who they are, so that each is good once in all replicas. */
@ApplicationScoped
class UsedAssertions {

    private final Clock clock;

    UsedAssertions(Clock clock) {
        this.clock = clock;
    }

    /** Whether this is the first use. */
    Uni<Boolean> first(UUID clientId, String jti, Instant expiresAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into client_assertion (client_id, jti_hash, expires_at)
                                values (:client, :jti, :until) on conflict do nothing""")
                        .setParameter("client", clientId)
                        .setParameter("jti", Secret.hash(jti))
                        .setParameter("until", expiresAt.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    @Scheduled(
            identity = "client-assertions-clean-up",
            every = "10m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> cleanUp() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from client_assertion where expires_at < :now")
                        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
