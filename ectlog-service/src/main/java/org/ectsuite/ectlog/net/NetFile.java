package org.ectsuite.ectlog.net;

import java.util.List;

/**
 * A net and who is what in it, for those who write about it.
 *
 * @param net the net
 * @param roles who is what, in the order of granting
 */
public record NetFile(NetSnapshot net, List<NetRoleView> roles) {

    /** The net control stations. */
    public List<NetRoleView> netControls() {
        return roles.stream().filter(role -> role.role() == RoleKind.NCS).toList();
    }
}
