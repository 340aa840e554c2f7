package org.ectsuite.notification.smtp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Spaces mails out evenly, as providers demand. Urgent mail goes at once; its place is taken from those that can wait, so
 * that the rate is kept over any longer time.
 */
final class SendingRate {

    private final Optional<Duration> gap;
    private final Clock clock;
    private Instant next = Instant.EPOCH;

    /**
     * @param perSecond how many mails a second; unlimited if empty
     * @param clock the time
     */
    SendingRate(Optional<Double> perSecond, Clock clock) {
        this.gap = perSecond.map(rate -> {
            if (rate <= 0 || rate.isNaN() || rate.isInfinite()) {
                throw new IllegalStateException("ect.notification.smtp.max-per-second must be above 0");
            }
            return Duration.ofNanos(Math.round(1_000_000_000 / rate));
        });
        this.clock = clock;
    }

    /** Takes a place; how long to wait for it. */
    synchronized Duration reserve(boolean urgent) {
        if (gap.isEmpty()) {
            return Duration.ZERO;
        }
        Instant now = clock.instant();
        Instant place = next.isBefore(now) ? now : next;
        next = place.plus(gap.get());
        return urgent ? Duration.ZERO : Duration.between(now, place);
    }

    /** How long so many mails have to wait for their places at most. */
    Duration longestWait(int mails) {
        return gap.map(pause -> pause.multipliedBy(mails)).orElse(Duration.ZERO);
    }
}
