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
import java.util.OptionalLong;
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
    private final Attempt mail;
    private final PushAttempt push;
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
            Attempt mail,
            PushAttempt push,
            DeliveryMetrics metrics,
            FreshContext contexts,
            Clock clock,
            Vertx vertx,
            Pool pool) {
        this.config = config;
        this.relays = relays;
        this.mail = mail;
        this.push = push;
        this.tools = new LaneWorker.Tools(queue, lanes, metrics, new Backoff(new SecureRandom()), contexts, clock);
        this.vertx = vertx;
        this.listener = new DueListener(vertx, pool, this::wake);
    }

    void start(@Observes StartupEvent started) {
        if (config.lease().compareTo(relays.longestSend(config.bulkWorkers())) <= 0) {
            throw new IllegalStateException("ect.notification.delivery.lease must be longer than"
                    + " ect.notification.smtp.send-timeout and the wait for ect.notification.smtp.max-per-second");
        }
        if (config.lease().compareTo(push.longest()) <= 0) {
            throw new IllegalStateException(
                    "ect.notification.delivery.lease must be longer than ect.notification.push.timeout");
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
            case PUSH -> config.pushWorkers();
        };
        if (lane == Lane.PUSH) {
            return new LaneWorker(lane, hands, config.lease(), push::make, OptionalLong.empty(), tools);
        }
        SmtpRelay relay = relays.open(hands, lane == Lane.URGENT);
        open.add(relay);
        return new LaneWorker(
                lane, hands, config.lease(), message -> mail.make(message, relay), relays.maxPerDay(), tools);
    }

    private void wake(Lane lane) {
        workers.stream().filter(worker -> worker.lane() == lane).forEach(LaneWorker::wake);
    }
}
