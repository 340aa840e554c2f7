package org.ectsuite.auth.authorization;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.opaque.OpaqueTokens;
import org.ectsuite.auth.protocol.Parameters;
import org.jspecify.annotations.Nullable;

/** Authorization requests that wait until their person has signed in or agreed; known by a handle that cannot be guessed. */
@ApplicationScoped
class PendingRequests implements PanacheRepositoryBase<PendingRow, UUID> {

    private final OpaqueTokens handles;
    private final AuthorizationConfig config;
    private final Clock clock;

    PendingRequests(OpaqueTokens handles, AuthorizationConfig config, Clock clock) {
        this.handles = handles;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A request that waits.
     *
     * @param arrivedAt when it came first
     * @param shownTo whom the consent page was shown to
     */
    record Pending(Parameters parameters, Instant arrivedAt, Optional<UUID> shownTo) {}

    /**
     * Keeps a request.
     *
     * @param shownTo whom the consent page is shown to; null before anybody has signed in
     * @return its handle
     */
    @WithTransaction
    Uni<OpaqueToken> keep(UUID clientId, Parameters parameters, Instant arrivedAt, @Nullable UUID shownTo) {
        OpaqueToken handle = handles.next();
        PendingRow row = new PendingRow();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.handleHash = handle.hash();
        row.clientId = clientId;
        row.parameters = parameters.encoded();
        row.accountId = shownTo;
        row.arrivedAt = arrivedAt;
        row.expiresAt = clock.instant().plus(config.patience());
        return persistAndFlush(row).replaceWith(handle);
    }

    @WithTransaction
    Uni<Optional<Pending>> find(OpaqueToken handle) {
        return find("handleHash = ?1 and expiresAt > ?2", handle.hash(), clock.instant())
                .firstResult()
                .map(PendingRequests::pending);
    }

    /** Takes the request away; at most one caller ever gets it. */
    @WithTransaction
    Uni<Optional<Pending>> take(OpaqueToken handle) {
        return find("handleHash = ?1 and expiresAt > ?2", handle.hash(), clock.instant())
                .firstResult()
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.<Pending>empty())
                        : delete("id", row.id).map(taken -> taken == 1 ? pending(row) : Optional.<Pending>empty()));
    }

    private static Optional<Pending> pending(@Nullable PendingRow row) {
        return Optional.ofNullable(row)
                .map(found -> new Pending(
                        Parameters.parse(found.parameters), found.arrivedAt, Optional.ofNullable(found.accountId)));
    }

    @Scheduled(
            identity = "authorization-requests-clean-up",
            every = "10m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> cleanUp() {
        return delete("expiresAt <= ?1", clock.instant()).replaceWithVoid();
    }
}
