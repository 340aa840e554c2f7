package org.ectsuite.ectlog.net;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody's role in one net. */
@Entity
@Table(name = "net_role")
@IdClass(NetRole.Key.class)
class NetRole {

    /** Net and person. */
    record Key(UUID netId, UUID userId) {}

    @Id
    @Column(name = "net_id")
    private UUID netId;

    @Id
    @Column(name = "user_id")
    private UUID userId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private RoleKind role;

    @Column(nullable = false, length = 100)
    private String name;

    @Column(length = 20)
    private @Nullable String callsign;

    @Column(name = "granted_at", nullable = false)
    private Instant grantedAt;

    /** For Hibernate. */
    NetRole() {}

    NetRole(UUID netId, NetRoleView role, Instant now) {
        this.netId = netId;
        this.userId = role.userId();
        this.role = role.role();
        this.name = role.name();
        this.callsign = role.callsign();
        this.grantedAt = now;
    }

    void become(NetRoleView next, Instant now) {
        this.role = next.role();
        this.name = next.name();
        this.callsign = next.callsign();
        this.grantedAt = now;
    }

    UUID netId() {
        return netId;
    }

    RoleKind role() {
        return role;
    }

    NetRoleView view() {
        return new NetRoleView(userId, name, callsign, role);
    }
}
