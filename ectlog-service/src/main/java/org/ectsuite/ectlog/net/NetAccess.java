package org.ectsuite.ectlog.net;

import java.util.Set;
import java.util.UUID;
import org.ectsuite.ectlog.station.Callsign;
import org.ectsuite.tokensecurity.Caller;
import org.ectsuite.tokensecurity.Roles;
import org.jspecify.annotations.Nullable;

/**
 * What one person may do in one net. A role in another net counts for nothing here; global roles do, as the methods say.
 *
 * @param caller the person
 * @param globalRoles the person's global roles, the lower ones included
 * @param callsign the callsign of the person's account, or null
 * @param owner who made the net
 * @param status where the net stands
 * @param selfCheckIn whether stations may check themselves in
 * @param role the person's role in this net, or null
 */
public record NetAccess(
        UUID caller,
        Set<String> globalRoles,
        @Nullable String callsign,
        UUID owner,
        NetStatus status,
        boolean selfCheckIn,
        @Nullable RoleKind role) {

    static NetAccess of(
            Caller caller, UUID userId, UUID owner, NetStatus status, boolean selfCheckIn, @Nullable RoleKind role) {
        return new NetAccess(userId, caller.roles(), caller.callsign(), owner, status, selfCheckIn, role);
    }

    /** Life cycle, settings and roles: the net's NCS, its owner, an administrator. */
    public boolean manages() {
        return role == RoleKind.NCS || owner.equals(caller) || globalRoles.contains(Roles.ADMIN);
    }

    /** Logging whatever station: who manages, any role in the net, a global LOGGER. */
    public boolean logs() {
        return manages() || role != null || globalRoles.contains(Roles.LOGGER);
    }

    /** Correcting, deleting and restoring any row: who logs, but for a relay, which has its own rows only. */
    public boolean corrects() {
        return manages() || role == RoleKind.LOGGER || globalRoles.contains(Roles.LOGGER);
    }

    /** Logging this station: who logs, and everybody his own station if the net permits it. */
    public boolean mayLog(Callsign station) {
        return logs() || (selfCheckIn && owns(station));
    }

    /** Changing what a row says: who corrects, a relay what it logged, a station its own row. */
    public boolean mayChange(UUID loggedBy, @Nullable UUID station) {
        return corrects() || relayed(loggedBy) || caller.equals(station);
    }

    /** Changing whose row it is: as {@link #mayChange}, but a station may only vary its own call. */
    public boolean mayRename(UUID loggedBy, Callsign station) {
        return corrects() || relayed(loggedBy) || owns(station);
    }

    /** Chatting: everybody while the net is open. */
    public boolean chats() {
        return status.open();
    }

    /** Whether a station is the person's own, worked in whatever way ({@code W1AW/P} is W1AW's). */
    public boolean owns(Callsign station) {
        return callsign != null
                && Callsign.parse(callsign, false).filter(station::sameStation).isPresent();
    }

    /** What a client needs to know to offer only what will be granted. */
    NetMe me(boolean subscribed) {
        boolean open = status.open();
        return new NetMe(
                role == null ? Set.of() : Set.of(role),
                manages(),
                open && logs(),
                open && (logs() || (selfCheckIn && callsign != null)),
                chats(),
                subscribed);
    }

    private boolean relayed(UUID loggedBy) {
        return role == RoleKind.RELAY && loggedBy.equals(caller);
    }
}
