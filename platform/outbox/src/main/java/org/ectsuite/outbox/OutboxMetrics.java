package org.ectsuite.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.ectsuite.outbox.OutboxTable.Depth;

/**
 * What operators watch: {@code ect.outbox.depth} and {@code ect.outbox.parked} (mails), {@code ect.outbox.oldest.age}
 * (seconds), {@code ect.outbox.attempts} by outcome.
 */
@ApplicationScoped
class OutboxMetrics {

    private static final String ATTEMPTS = "ect.outbox.attempts";
    private static final double MILLIS_PER_SECOND = 1_000.0;

    private volatile Depth depth = new Depth(0, 0, Duration.ZERO);
    private final Counter delivered;
    private final Counter failed;
    private final Counter parked;
    private final Counter expired;

    OutboxMetrics(MeterRegistry registry) {
        Gauge.builder("ect.outbox.depth", this, metrics -> metrics.depth.pending())
                .description("Mails that wait to be handed to notification-service")
                .register(registry);
        Gauge.builder("ect.outbox.parked", this, metrics -> metrics.depth.parked())
                .description("Mails that can never be handed over")
                .register(registry);
        Gauge.builder(
                        "ect.outbox.oldest.age",
                        this,
                        metrics -> metrics.depth.oldest().toMillis() / MILLIS_PER_SECOND)
                .description("Age of the oldest mail that waits")
                .baseUnit("seconds")
                .register(registry);
        this.delivered = attempts(registry, "delivered");
        this.failed = attempts(registry, "failed");
        this.parked = attempts(registry, "parked");
        this.expired = Counter.builder("ect.outbox.expired")
                .description("Mails that were of no use any more before they could be handed over")
                .register(registry);
    }

    private static Counter attempts(MeterRegistry registry, String outcome) {
        return Counter.builder(ATTEMPTS)
                .description("Attempts to hand a mail over")
                .tag("outcome", outcome)
                .register(registry);
    }

    void depth(Depth now) {
        depth = now;
    }

    void attempt(Verdict verdict) {
        switch (verdict) {
            case Verdict.Delivered ignored -> delivered.increment();
            case Verdict.Retry ignored -> failed.increment();
            case Verdict.Parked ignored -> parked.increment();
            case Verdict.Needless ignored -> expired.increment();
        }
    }

    void expired(int mails) {
        expired.increment(mails);
    }
}
