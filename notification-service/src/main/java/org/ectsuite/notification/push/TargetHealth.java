package org.ectsuite.notification.push;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a target has done lately.
 *
 * @param failures failed attempts in a row
 * @param failingSince when the first of them was; null if there is none
 */
record TargetHealth(int failures, @Nullable Instant failingSince) {

    /** A target that works, or was not tried yet. */
    static final TargetHealth GOOD = new TargetHealth(0, null);

    /** After one more failure. */
    TargetHealth failed(Instant now) {
        return new TargetHealth(failures + 1, failingSince == null ? now : failingSince);
    }

    /** Whether it has failed so often and for so long that it is switched off. */
    boolean hopeless(Instant now, int limit, Duration span) {
        return failingSince != null && failures >= limit && !now.isBefore(failingSince.plus(span));
    }
}
