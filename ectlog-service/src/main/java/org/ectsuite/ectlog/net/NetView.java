package org.ectsuite.ectlog.net;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.ectlog.operator.Operator;
import org.jspecify.annotations.Nullable;

/**
 * A net as one caller sees it.
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
 * @param roles who is what in it
 * @param counts figures of its log
 * @param sequence the number of the last event in its journal that this view knows
 * @param me what the caller is and may do
 */
@Schema(name = "Net")
public record NetView(
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
        Operator owner,
        List<NetRoleView> roles,
        NetCounts counts,
        long sequence,
        NetMe me) {

    static NetView of(NetSnapshot net, List<NetRoleView> roles, NetCounts counts, long sequence, NetMe me) {
        return new NetView(
                net.id(),
                net.version(),
                net.name(),
                net.description(),
                net.status(),
                net.scheduledStart(),
                net.zone(),
                net.startedAt(),
                net.closedAt(),
                net.selfCheckIn(),
                net.frequencies(),
                net.owner(),
                roles,
                counts,
                sequence,
                me);
    }

    /** The same view, known to hold at a later event. */
    NetView atSequence(long later) {
        return new NetView(
                id,
                version,
                name,
                description,
                status,
                scheduledStart,
                zone,
                startedAt,
                closedAt,
                selfCheckIn,
                frequencies,
                owner,
                roles,
                counts,
                later,
                me);
    }
}
