package org.ectsuite.outbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** What the outbox does by the clock; a commit wakes the relay besides. */
@ApplicationScoped
class RelaySchedule {

    private static final Logger LOG = Logger.getLogger(RelaySchedule.class);

    private final Relay relay;
    private final OutboxTable table;
    private final OutboxMetrics metrics;
    private final Clock clock;
    private final OutboxConfig config;

    RelaySchedule(Relay relay, OutboxTable table, OutboxMetrics metrics, Clock clock, OutboxConfig config) {
        this.relay = relay;
        this.table = table;
        this.metrics = metrics;
        this.clock = clock;
        this.config = config;
    }

    /** Ends what has expired, then looks for what is due. */
    @Scheduled(
            identity = "outbox-poll",
            every = "${ect.outbox.poll-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return table.expire(clock.instant())
                .invoke(expired -> {
                    if (expired > 0) {
                        metrics.expired(expired);
                        LOG.infof("%d outbox mails expired before they could be handed over", expired);
                    }
                    relay.wake();
                })
                .replaceWithVoid();
    }

    /** Counts what waits. */
    @Scheduled(identity = "outbox-depth", every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return table.depth(clock.instant()).invoke(metrics::depth).replaceWithVoid();
    }

    /** Removes old rows. */
    @Scheduled(identity = "outbox-clean", every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> clean() {
        Instant now = clock.instant();
        return table.clean(now.minus(config.keepFinished()), now.minus(config.keepParked()))
                .replaceWithVoid();
    }
}
