package org.ectsuite.ectlog.notice;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.ectlog.net.NetRoleView;
import org.ectsuite.ectlog.net.RoleKind;

/** Who is reminded of a net; everybody belongs to one audience, the first that fits. */
enum ReminderAudience {
    /** Its net control stations. */
    NET_CONTROL(NoticeKind.NCS_REMINDER),
    /** Its loggers and relays. */
    STAFF(NoticeKind.STAFF_REMINDER),
    /** Who follows it and has no role in it. */
    FOLLOWERS(NoticeKind.NET_REMINDER);

    private final NoticeKind kind;

    ReminderAudience(NoticeKind kind) {
        this.kind = kind;
    }

    /** The mail that this audience gets. */
    NoticeKind kind() {
        return kind;
    }

    /** The people of this audience, each once. */
    List<UUID> of(List<NetRoleView> roles, List<UUID> subscribers) {
        return switch (this) {
            case NET_CONTROL ->
                roles.stream()
                        .filter(role -> role.role() == RoleKind.NCS)
                        .map(NetRoleView::userId)
                        .toList();
            case STAFF ->
                roles.stream()
                        .filter(role -> role.role() != RoleKind.NCS)
                        .map(NetRoleView::userId)
                        .toList();
            case FOLLOWERS -> {
                Set<UUID> staff = new HashSet<>();
                roles.forEach(role -> staff.add(role.userId()));
                yield subscribers.stream()
                        .filter(person -> !staff.contains(person))
                        .toList();
            }
        };
    }
}
