package org.ectsuite.testsupport;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A clock that tests move: it runs with the system until it is stopped or pushed, in steps of a microsecond as PostgreSQL
 * stores them.
 *
 * <p>In plain tests use {@link #at(Instant)}. In an application under test select it as the bean behind {@link Clock}
 * with {@code quarkus.arc.selected-alternatives=org.ectsuite.testsupport.MutableClock}.
 */
@Alternative
@Singleton
public class MutableClock extends Clock {
    /** What the clock shows: a fixed instant when {@code stoppedAt} is set, else the system's time and an offset. */
    private record Hands(@Nullable Instant stoppedAt, Duration offset) {}

    private static final Hands RUNNING = new Hands(null, Duration.ZERO);

    private final AtomicReference<Hands> hands;
    private final ZoneId zone;

    /** A clock that shows the system's time, in UTC. */
    public MutableClock() {
        this(new AtomicReference<>(RUNNING), ZoneOffset.UTC);
    }

    private MutableClock(AtomicReference<Hands> hands, ZoneId zone) {
        this.hands = hands;
        this.zone = zone;
    }

    /** A clock that stands still at the given instant until it is moved. */
    public static MutableClock at(Instant instant) {
        var clock = new MutableClock();
        clock.stopAt(instant);
        return clock;
    }

    /** A clock that stands still at the given instant, written as RFC 3339, until it is moved. */
    public static MutableClock at(String instant) {
        return at(Instant.parse(instant));
    }

    /** Stops the clock at the given instant. */
    public void stopAt(Instant instant) {
        hands.set(new Hands(instant, Duration.ZERO));
    }

    /** Moves the clock, forwards or backwards; a stopped clock stays stopped, a running one runs on from there. */
    public void advance(Duration step) {
        hands.updateAndGet(now -> {
            var stoppedAt = now.stoppedAt();
            return stoppedAt == null
                    ? new Hands(null, now.offset().plus(step))
                    : new Hands(stoppedAt.plus(step), Duration.ZERO);
        });
    }

    /** Sets the clock back to the system's time and lets it run. */
    public void reset() {
        hands.set(RUNNING);
    }

    @Override
    public Instant instant() {
        var now = Objects.requireNonNull(hands.get());
        var stoppedAt = now.stoppedAt();
        var instant = stoppedAt == null ? Clock.systemUTC().instant().plus(now.offset()) : stoppedAt;
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MutableClock(hands, zone);
    }
}
