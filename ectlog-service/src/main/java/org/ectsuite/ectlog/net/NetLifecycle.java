package org.ectsuite.ectlog.net;

import static org.ectsuite.ectlog.net.NetStatus.ACTIVE;
import static org.ectsuite.ectlog.net.NetStatus.ARCHIVED;
import static org.ectsuite.ectlog.net.NetStatus.CANCELLED;
import static org.ectsuite.ectlog.net.NetStatus.CLOSED;
import static org.ectsuite.ectlog.net.NetStatus.DRAFT;
import static org.ectsuite.ectlog.net.NetStatus.LOBBY;
import static org.ectsuite.ectlog.net.NetStatus.SCHEDULED;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The state machine of a net. There is no way back from a closed net to an open one: its log has been sent.
 *
 * <pre>
 * DRAFT ──schedule──▶ SCHEDULED
 * DRAFT, SCHEDULED ──open lobby──▶ LOBBY
 * DRAFT, SCHEDULED, LOBBY ──start──▶ ACTIVE
 * SCHEDULED, LOBBY ──cancel──▶ CANCELLED
 * LOBBY, ACTIVE ──close──▶ CLOSED ◀──archive / unarchive──▶ ARCHIVED
 * </pre>
 */
final class NetLifecycle {

    private NetLifecycle() {}

    /** The state after a step; empty if the step is not possible from this state. */
    static Optional<NetStatus> after(NetStatus status, NetStep step) {
        return sources(step).contains(status) ? Optional.of(target(step)) : Optional.empty();
    }

    private static Set<NetStatus> sources(NetStep step) {
        return switch (step) {
            case SCHEDULE -> EnumSet.of(DRAFT);
            case OPEN_LOBBY -> EnumSet.of(DRAFT, SCHEDULED);
            case START -> EnumSet.of(DRAFT, SCHEDULED, LOBBY);
            case CLOSE -> EnumSet.of(LOBBY, ACTIVE);
            case CANCEL -> EnumSet.of(SCHEDULED, LOBBY);
            case ARCHIVE -> EnumSet.of(CLOSED);
            case UNARCHIVE -> EnumSet.of(ARCHIVED);
        };
    }

    private static NetStatus target(NetStep step) {
        return switch (step) {
            case SCHEDULE -> SCHEDULED;
            case OPEN_LOBBY -> LOBBY;
            case START -> ACTIVE;
            case CLOSE, UNARCHIVE -> CLOSED;
            case CANCEL -> CANCELLED;
            case ARCHIVE -> ARCHIVED;
        };
    }
}
