package org.ectsuite.notification.message;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How full a lane is.
 *
 * @param lane the lane
 * @param waiting messages that are to be sent and may be sent by now
 * @param oldest when the oldest of them became due for the first time; null if there is none
 */
@RegisterForReflection // Hibernate makes it from a row
public record LaneDepth(Lane lane, long waiting, @Nullable Instant oldest) {}
