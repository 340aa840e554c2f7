package org.ectsuite.notification.delivery;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.ectsuite.notification.message.Lane;
import org.ectsuite.notification.smtp.RelayException;
import org.jboss.logging.Logger;

/** Pauses and opens lanes, for all replicas. */
@ApplicationScoped
class LaneBook implements PanacheRepositoryBase<LaneRow, Lane> {

    private static final Logger LOG = Logger.getLogger(LaneBook.class);

    private final Clock clock;
    private final Backoff backoff = new Backoff(new SecureRandom());

    LaneBook(Clock clock) {
        this.clock = clock;
    }

    @WithSession
    Uni<LaneState> state(Lane lane) {
        return findById(lane).map(LaneRow::state);
    }

    /** Pauses the lane, longer after each failure in a row; failures during a pause are the same one. */
    @WithTransaction
    Uni<LaneState> pause(Lane lane, RelayException failure) {
        Instant now = clock.instant();
        return findById(lane, LockModeType.PESSIMISTIC_WRITE).map(row -> {
            if (!row.state().isPaused(now)) {
                row.failures++;
                Duration pause = backoff.after(row.failures, steps(failure));
                row.pausedUntil = now.plus(pause);
                row.fault = failure.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
                row.reason = failure.getMessage();
                row.changedAt = now;
                // An administrator has to know; the relay's own words hold no secret of ours.
                LOG.errorf(
                        "Lane %s pauses for %d s after failure %d of the relay: %s",
                        lane, pause.toSeconds(), row.failures, failure.getMessage());
            }
            return row.state();
        });
    }

    /** The relay works: the lane is open. */
    @WithTransaction
    Uni<Void> open(Lane lane) {
        Instant now = clock.instant();
        return findById(lane, LockModeType.PESSIMISTIC_WRITE)
                .invoke(row -> {
                    if (!row.state().isOpen()) {
                        row.failures = 0;
                        row.pausedUntil = null;
                        row.fault = null;
                        row.reason = null;
                        row.changedAt = now;
                        LOG.infof("Lane %s is open again", lane);
                    }
                })
                .replaceWithVoid();
    }

    private static List<Duration> steps(RelayException failure) {
        return switch (failure.fault()) {
            case UNREACHABLE -> Backoff.LINK;
            case LOGIN_REFUSED, UNTRUSTED, SENDER_REFUSED -> Backoff.MENDING;
            case REFUSED, TURNED_AWAY -> throw new IllegalArgumentException("No reason to pause a lane");
        };
    }
}
