package org.ectsuite.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long to wait after the n-th failure in a row: a list of steps, of which the last repeats, each lengthened or
 * shortened by up to a fifth so that what failed together does not come back together.
 */
final class Backoff {

    private static final double JITTER = 0.2;

    /** For a mail the relay turned away for now: quick at first, for a blip; patient later, for a greylist or a full box. */
    static final List<Duration> MAIL = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6));

    /** For a lane whose relay is out of reach: a link that comes back finds its mails gone within the minute. */
    static final List<Duration> LINK =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofMinutes(1));

    /** For a lane that somebody has to mend: knocking more often locks accounts. */
    static final List<Duration> MENDING = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** The pause after this many failures in a row (1 for the first). */
    Duration after(int failures, List<Duration> steps) {
        if (failures < 1) {
            throw new IllegalArgumentException("No pause without a failure");
        }
        Duration step = steps.get(Math.min(failures, steps.size()) - 1);
        double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(step.toMillis() * factor));
    }
}
