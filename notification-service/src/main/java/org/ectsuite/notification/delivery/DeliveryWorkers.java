package org.ectsuite.notification.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.ectsuite.notification.message.Lane;
import org.ectsuite.notification.message.MessageQueue;
import org.ectsuite.notification.smtp.SmtpRelay;
import org.ectsuite.notification.smtp.SmtpRelays;
import org.jboss.logging.Logger;

/** Starts the workers of all lanes with the service, and stops them with it. */
@ApplicationScoped
class DeliveryWorkers {

    private static final Logger LOG = Logger.getLogger(DeliveryWorkers.class);

    private final DeliveryConfig config;
    private final SmtpRelays relays;
    private final LaneWorker.Tools tools;
    private final Vertx vertx;
    private final DueListener listener;
    private final List<LaneWorker> workers = new ArrayList<>();
    private final List<SmtpRelay> open = new ArrayList<>();
    private long timer = -1;

    DeliveryWorkers(
            DeliveryConfig config,
            SmtpRelays relays,
            MessageQueue queue,
            LaneBook lanes,
            Attempt attempt,
            DeliveryMetrics metrics,
            FreshContext contexts,
            Clock clock,
            Vertx vertx,
            Pool pool) {
        this.config = config;
        this.relays = relays;
        this.tools =
                new LaneWorker.Tools(queue, lanes, attempt, metrics, new Backoff(new SecureRandom()), contexts, clock);
        this.vertx = vertx;
        this.listener = new DueListener(vertx, pool, this::wake);
    }

    void start(@Observes StartupEvent started) {
        if (config.lease().compareTo(relays.longestSend(config.bulkWorkers())) <= 0) {
            throw new IllegalStateException("ect.notification.delivery.lease must be longer than"
                    + " ect.notification.smtp.send-timeout and the wait for ect.notification.smtp.max-per-second");
        }
        for (Lane lane : Lane.values()) {
            workers.add(worker(lane));
        }
        // A restart is how a corrected password or certificate arrives: what paused before is tried at once.
        for (Lane lane : Lane.values()) {
            tools.contexts()
                    .run(() -> tools.lanes().open(lane))
                    .subscribe()
                    .with(done -> wake(lane), failure -> LOG.warnf("Lane %s could not be opened: %s", lane, failure));
        }
        listener.start();
        timer = vertx.setPeriodic(config.pollInterval().toMillis(), tick -> workers.forEach(LaneWorker::wake));
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
        listener.stop();
        workers.forEach(LaneWorker::stop);
        open.forEach(SmtpRelay::close);
    }

    /** A worker with connections of its own. */
    LaneWorker worker(Lane lane) {
        int hands = switch (lane) {
            case URGENT -> config.urgentWorkers();
            case BULK -> config.bulkWorkers();
        };
        SmtpRelay relay = relays.open(hands, lane == Lane.URGENT);
        open.add(relay);
        return new LaneWorker(lane, hands, config.lease(), relay, relays.maxPerDay(), tools);
    }

    private void wake(Lane lane) {
        workers.stream().filter(worker -> worker.lane() == lane).forEach(LaneWorker::wake);
    }
}
