package org.ectsuite.ectlog.net;

import java.util.Set;

/**
 * What the caller is and may do in a net at this moment.
 *
 * @param roles the caller's roles in the net
 * @param canManage life cycle, settings, roles
 * @param canLog log any station
 * @param canCheckIn log the own station
 * @param canChat write in the chat
 * @param subscribed gets the log by mail when the net is closed
 */
public record NetMe(
        Set<RoleKind> roles,
        boolean canManage,
        boolean canLog,
        boolean canCheckIn,
        boolean canChat,
        boolean subscribed) {}
