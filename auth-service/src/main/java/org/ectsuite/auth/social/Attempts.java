package org.ectsuite.auth.social;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.signin.Continuation;
import org.jspecify.annotations.Nullable;

/**
 * Browsers that are on their way to a provider and back. Each comes back once, with the state that it was given, holding
 * the cookie that it was given, in time.
 */
@ApplicationScoped
class Attempts {

    private final AttemptRepository attempts;
    private final AuditTrail audit;
    private final SocialConfig config;
    private final Clock clock;

    Attempts(AttemptRepository attempts, AuditTrail audit, SocialConfig config, Clock clock) {
        this.attempts = attempts;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What a browser that came back had set out for.
     *
     * @param sessionId the session in which an identity is to be linked; null: it is to sign in
     */
    // Never compared: an array in a record compares by identity.
    @SuppressWarnings("ArrayRecordComponent")
    record Purpose(Continuation continuation, @Nullable UUID sessionId, byte[] nonceHash) {}

    /** Notes that a browser sets out. */
    @WithTransaction
    Uni<Void> begin(
            Provider provider, Upstream.Departure departure, Continuation continuation, @Nullable UUID sessionId) {
        Instant now = clock.instant();
        AttemptRow row = new AttemptRow();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.provider = provider;
        row.stateHash = departure.state().hash();
        row.binderHash = departure.verifier().hash();
        row.nonceHash = departure.nonce().hash();
        row.continuation = continuation.path();
        row.sessionId = sessionId;
        row.createdAt = now;
        row.expiresAt = now.plus(config.attemptLife());
        return attempts.persistAndFlush(row)
                .chain(() -> audit.record(AuditEntry.of("provider-sign-in.begun", "provider-sign-in", row.id.toString())
                        .after(Map.of("provider", provider.id()))));
    }

    /** Takes the state of a browser that comes back; at most one caller ever gets it. */
    @WithTransaction
    Uni<Optional<Purpose>> take(Provider provider, OpaqueToken state, OpaqueToken binder) {
        return attempts.find(
                        "stateHash = ?1 and binderHash = ?2 and provider = ?3 and expiresAt > ?4",
                        state.hash(),
                        binder.hash(),
                        provider,
                        clock.instant())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : attempts.delete("id", row.id)
                                .chain(attempts::flush)
                                .replaceWith(Optional.of(new Purpose(
                                        new Continuation(row.continuation), row.sessionId, row.nonceHash))));
    }

    /** Who has not come back in time does not come back. */
    @Scheduled(
            identity = "provider-attempts-clean-up",
            every = "10m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> cleanUp() {
        return attempts.delete("expiresAt <= ?1", clock.instant()).replaceWithVoid();
    }
}
