package org.ectsuite.notification.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a lane may send. It pauses as a whole when the relay fails for reasons that concern every mail; after the pause
 * one mail goes ahead as a probe, and the others follow when it got through.
 *
 * @param failures failures in a row of the relay; 0 if it works
 * @param pausedUntil end of the pause; null if the relay works
 * @param fault what is wrong; null if the relay works
 */
record LaneState(
        int failures,
        @Nullable Instant pausedUntil,
        @Nullable String fault) {

    /** A lane whose relay works. */
    static final LaneState OPEN = new LaneState(0, null, null);

    boolean isOpen() {
        return failures == 0;
    }

    /** Whether the pause still lasts. */
    boolean isPaused(Instant now) {
        return pausedUntil != null && now.isBefore(pausedUntil);
    }

    /** How many mails may be taken now by a worker that could take {@code free} and has {@code underWay} in hand. */
    int admit(Instant now, int free, int underWay) {
        if (isOpen()) {
            return free;
        }
        boolean probe = !isPaused(now) && underWay == 0;
        return probe ? Math.min(1, free) : 0;
    }
}
