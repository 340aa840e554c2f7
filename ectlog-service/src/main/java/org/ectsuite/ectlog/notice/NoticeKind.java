package org.ectsuite.ectlog.notice;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.ectsuite.ectlog.net.NetSnapshot;
import org.ectsuite.ectlog.net.NetStatus;
import org.jspecify.annotations.Nullable;

/** The kinds of mail about a net that is to come, or has just begun. */
enum NoticeKind {
    /** The net is on the air. */
    STARTED("net-started"),
    /** The net begins at another time. */
    MOVED("net-moved"),
    /** The net does not take place. */
    CANCELLED("net-cancelled"),
    /** The net begins soon: for its net control stations. */
    NCS_REMINDER("ncs-reminder"),
    /** The net begins soon: for who else has a role in it. */
    STAFF_REMINDER("staff-reminder"),
    /** The net begins soon: for who follows it. */
    NET_REMINDER("net-reminder");

    private final String wire;

    NoticeKind(String wire) {
        this.wire = wire;
    }

    /** The name by which notification-service knows the kind. */
    String wire() {
        return wire;
    }

    static Set<String> wires() {
        return Arrays.stream(values()).map(NoticeKind::wire).collect(Collectors.toUnmodifiableSet());
    }

    static NoticeKind of(String wire) {
        return Arrays.stream(values())
                .filter(kind -> kind.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No notice is called " + wire));
    }

    /**
     * Whether the notice still tells the truth; between a change and its mail there may be further changes.
     *
     * @param start when the net was to begin, as the notice says it; null if it had no time
     */
    boolean stillTrue(NetSnapshot net, @Nullable Instant start) {
        return switch (this) {
            case STARTED -> net.status() == NetStatus.ACTIVE;
            case CANCELLED -> net.status() == NetStatus.CANCELLED;
            case MOVED, NCS_REMINDER, STAFF_REMINDER, NET_REMINDER ->
                net.status().announced() && start != null && start.equals(net.scheduledStart());
        };
    }
}
