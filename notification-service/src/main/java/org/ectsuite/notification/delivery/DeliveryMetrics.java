package org.ectsuite.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.ectsuite.notification.message.ClaimedMessage;
import org.ectsuite.notification.message.Lane;
import org.ectsuite.notification.message.LaneDepth;

/**
 * What an operator watches: {@code ect_mail_queue_depth} and {@code ect_mail_queue_oldest_seconds} by lane, {@code
 * ect_mail_lane_paused} and {@code ect_mail_lane_failures} by lane, {@code ect_mail_attempts_total} by kind, lane and
 * outcome, and the histogram {@code ect_mail_delivery_seconds} by kind and lane, from acceptance to the 250 of the relay.
 */
@ApplicationScoped
class DeliveryMetrics {

    /** A sign-in mail should be there within seconds; a mailing of thousands takes its minutes. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(6)
    };

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<Lane, AtomicLong> depth = new EnumMap<>(Lane.class);
    private final Map<Lane, AtomicLong> oldestSeconds = new EnumMap<>(Lane.class);
    private final Map<Lane, AtomicLong> paused = new EnumMap<>(Lane.class);
    private final Map<Lane, AtomicLong> failures = new EnumMap<>(Lane.class);

    DeliveryMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        for (Lane lane : Lane.values()) {
            depth.put(lane, gauge("ect.mail.queue.depth", lane, "Messages that are due or under way"));
            oldestSeconds.put(lane, gauge("ect.mail.queue.oldest.seconds", lane, "Age of the oldest of them"));
            paused.put(lane, gauge("ect.mail.lane.paused", lane, "1 while the relay fails for every mail"));
            failures.put(lane, gauge("ect.mail.lane.failures", lane, "Failures of the relay in a row"));
        }
    }

    void attempted(Lane lane, ClaimedMessage message, Verdict verdict) {
        String kind = message.data().kind().wireName();
        registry.counter("ect.mail.attempts", "kind", kind, "lane", label(lane), "outcome", outcome(verdict))
                .increment();
        if (verdict instanceof Verdict.Sent) {
            Timer.builder("ect.mail.delivery")
                    .description("From acceptance to the 250 of the relay, or the answer of the target")
                    .tag("kind", kind)
                    .tag("lane", label(lane))
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry)
                    .record(Duration.between(message.createdAt(), clock.instant()));
        }
    }

    void queued(List<LaneDepth> lanes) {
        Instant now = clock.instant();
        for (Lane lane : Lane.values()) {
            LaneDepth found = lanes.stream()
                    .filter(candidate -> candidate.lane() == lane)
                    .findFirst()
                    .orElse(new LaneDepth(lane, 0, null));
            counter(depth, lane).set(found.waiting());
            counter(oldestSeconds, lane)
                    .set(
                            found.oldest() == null
                                    ? 0
                                    : Duration.between(found.oldest(), now).toSeconds());
        }
    }

    void lane(Lane lane, LaneState state) {
        counter(paused, lane).set(state.isOpen() ? 0 : 1);
        counter(failures, lane).set(state.failures());
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Sent sent -> "sent";
            case Verdict.Suppress kept -> "suppressed";
            case Verdict.Bury dead -> "failed";
            case Verdict.Wait wait -> "deferred";
            case Verdict.Collect collect -> "deferred";
            case Verdict.TryAgain again -> "deferred";
            case Verdict.TryAgainSoon soon -> "deferred";
            case Verdict.PauseLane pause -> "deferred";
        };
    }

    private AtomicLong gauge(String name, Lane lane, String description) {
        AtomicLong value = new AtomicLong();
        Gauge.builder(name, value, AtomicLong::doubleValue)
                .description(description)
                .tag("lane", label(lane))
                .register(registry);
        return value;
    }

    private static String label(Lane lane) {
        return lane.name().toLowerCase(Locale.ROOT);
    }

    private static AtomicLong counter(Map<Lane, AtomicLong> values, Lane lane) {
        AtomicLong value = values.get(lane);
        if (value == null) {
            throw new IllegalStateException("Every lane has its gauges");
        }
        return value;
    }
}
