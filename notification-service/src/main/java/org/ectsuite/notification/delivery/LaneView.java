package org.ectsuite.notification.delivery;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.notification.message.Lane;
import org.jspecify.annotations.Nullable;

/**
 * A lane as administrators see it.
 *
 * @param lane the lane
 * @param paused whether the relay fails for every mail, so that none is sent
 * @param pausedUntil when the relay is tried next; absent if it works
 * @param failures failures of the relay in a row
 * @param fault what is wrong: {@code unreachable}, {@code login-refused}, {@code untrusted} or {@code sender-refused};
 *     absent if the relay works
 * @param reason the relay's own words; absent if it works
 * @param waiting messages that are due or under way
 * @param oldest when the oldest of them was accepted; absent if there is none
 */
@Schema(name = "Lane")
record LaneView(
        Lane lane,
        boolean paused,
        @Nullable Instant pausedUntil,
        int failures,
        @Nullable String fault,
        @Nullable String reason,
        long waiting,
        @Nullable Instant oldest) {}
