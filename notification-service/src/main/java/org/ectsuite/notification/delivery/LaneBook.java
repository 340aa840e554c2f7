package org.ectsuite.notification.delivery;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.notification.message.Lane;
import org.ectsuite.notification.message.LaneDepth;
import org.ectsuite.notification.message.MessageQueue;
import org.ectsuite.notification.smtp.RelayException;
import org.jboss.logging.Logger;

/** Pauses and opens lanes, for all replicas. */
@ApplicationScoped
class LaneBook implements PanacheRepositoryBase<LaneRow, Lane> {

    private static final Logger LOG = Logger.getLogger(LaneBook.class);

    private final MessageQueue queue;
    private final AuditTrail audit;
    private final Clock clock;
    private final Backoff backoff = new Backoff(new SecureRandom());

    LaneBook(MessageQueue queue, AuditTrail audit, Clock clock) {
        this.queue = queue;
        this.audit = audit;
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
                row.fault = failure.fault().label();
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
        return findById(lane, LockModeType.PESSIMISTIC_WRITE)
                .invoke(row -> {
                    if (!row.state().isOpen()) {
                        endPause(row);
                        LOG.infof("Lane %s is open again", lane);
                    }
                })
                .replaceWithVoid();
    }

    /** Ends the pause, because an administrator says so. */
    @WithTransaction
    Uni<Void> reopen(Lane lane) {
        return findById(lane, LockModeType.PESSIMISTIC_WRITE).chain(row -> {
            AuditEntry entry = AuditEntry.of("lane.opened", "lane", lane.name()).before(told(row));
            endPause(row);
            return flush().chain(() -> audit.record(entry.after(told(row))));
        });
    }

    @WithSession
    Uni<List<LaneView>> list() {
        return listAll(Sort.by("name").descending())
                .chain(rows -> queue.depth()
                        .map(depths ->
                                rows.stream().map(row -> view(row, depths)).toList()));
    }

    private static LaneView view(LaneRow row, List<LaneDepth> depths) {
        LaneDepth depth = depths.stream()
                .filter(candidate -> candidate.lane() == row.name)
                .findFirst()
                .orElse(new LaneDepth(row.name, 0, null));
        return new LaneView(
                row.name,
                row.failures > 0,
                row.pausedUntil,
                row.failures,
                row.fault,
                row.reason,
                depth.waiting(),
                depth.oldest());
    }

    private static Map<String, Object> told(LaneRow row) {
        return Map.of("failures", row.failures, "fault", row.fault == null ? "none" : row.fault);
    }

    private void endPause(LaneRow row) {
        row.failures = 0;
        row.pausedUntil = null;
        row.fault = null;
        row.reason = null;
        row.changedAt = clock.instant();
    }

    private static List<Duration> steps(RelayException failure) {
        return switch (failure.fault()) {
            case UNREACHABLE -> Backoff.LINK;
            case LOGIN_REFUSED, UNTRUSTED, SENDER_REFUSED -> Backoff.MENDING;
            case REFUSED, TURNED_AWAY -> throw new IllegalArgumentException("No reason to pause a lane");
        };
    }
}
