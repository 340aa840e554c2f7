package org.ectsuite.ectlog.net;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.ectlog.operator.Operator;
import org.jspecify.annotations.Nullable;

/**
 * A net without what depends on who asks and when: what the journal keeps of it.
 *
 * @param id of the net
 * @param version for If-Match; counts changes of the settings and of the state
 * @param name what the net is called
 * @param description what it is about
 * @param status where it stands
 * @param scheduledStart when it is to begin
 * @param zone IANA name of the time zone in which the start was meant
 * @param startedAt when it went on the air
 * @param closedAt when it ended
 * @param selfCheckIn whether stations may check themselves in
 * @param frequencies where it meets
 * @param owner who made it
 */
@Schema(name = "NetSnapshot")
public record NetSnapshot(
        UUID id,
        long version,
        String name,
        @Nullable String description,
        NetStatus status,
        @Nullable Instant scheduledStart,
        @Nullable String zone,
        @Nullable Instant startedAt,
        @Nullable Instant closedAt,
        boolean selfCheckIn,
        List<NetFrequencyView> frequencies,
        Operator owner) {}
