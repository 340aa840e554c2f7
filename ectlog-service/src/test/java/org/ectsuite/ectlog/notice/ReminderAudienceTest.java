package org.ectsuite.ectlog.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.ectsuite.ectlog.net.NetRoleView;
import org.ectsuite.ectlog.net.RoleKind;
import org.junit.jupiter.api.Test;

class ReminderAudienceTest {

    private final UUID control = UUID.randomUUID();
    private final UUID relay = UUID.randomUUID();
    private final UUID follower = UUID.randomUUID();
    private final List<NetRoleView> roles = List.of(
            new NetRoleView(control, "C", null, RoleKind.NCS), new NetRoleView(relay, "R", null, RoleKind.RELAY));
    private final List<UUID> subscribers = List.of(control, follower, relay);

    @Test
    void counts_everybody_once_by_what_they_do_in_the_net() {
        assertThat(ReminderAudience.NET_CONTROL.of(roles, subscribers)).containsExactly(control);
        assertThat(ReminderAudience.STAFF.of(roles, subscribers)).containsExactly(relay);
        assertThat(ReminderAudience.FOLLOWERS.of(roles, subscribers)).containsExactly(follower);
    }
}
