package org.ectsuite.auth.factor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often somebody may guess: a few mistakes are free, then each costs a pause twice as long as the one before. Only who
 * holds the mailbox or the session gets as far as guessing, so no stranger locks anybody out.
 *
 * @param free so many wrong codes in a row cost nothing
 * @param first the first pause
 * @param longest no pause is longer
 */
record AttemptPolicy(int free, Duration first, Duration longest) {

    /** Until when nothing more is taken after so many wrong codes in a row; empty if the next may come at once. */
    Optional<Instant> blockedUntil(int failures, Instant now) {
        if (failures < free) {
            return Optional.empty();
        }
        Duration pause = first;
        for (int i = free; i < failures && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return Optional.of(now.plus(pause.compareTo(longest) < 0 ? pause : longest));
    }
}
