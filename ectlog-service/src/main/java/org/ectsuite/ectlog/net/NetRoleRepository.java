package org.ectsuite.ectlog.net;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The rows of roles in nets. */
@ApplicationScoped
class NetRoleRepository implements PanacheRepositoryBase<NetRole, NetRole.Key> {

    Uni<List<NetRole>> ofNets(Collection<UUID> nets) {
        return nets.isEmpty()
                ? Uni.createFrom().item(List.of())
                : list("from NetRole where netId in ?1 order by grantedAt, userId", List.copyOf(nets));
    }

    Uni<Long> netControls(UUID netId) {
        return count("netId = ?1 and role = ?2", netId, RoleKind.NCS);
    }
}
