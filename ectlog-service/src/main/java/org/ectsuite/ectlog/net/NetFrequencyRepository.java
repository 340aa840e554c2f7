package org.ectsuite.ectlog.net;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The rows of nets' frequencies. */
@ApplicationScoped
class NetFrequencyRepository implements PanacheRepositoryBase<NetFrequency, NetFrequency.Key> {

    Uni<List<NetFrequency>> ofNets(Collection<UUID> nets) {
        return nets.isEmpty()
                ? Uni.createFrom().item(List.of())
                : list("from NetFrequency where netId in ?1 order by position", List.copyOf(nets));
    }

    Uni<Void> addAll(List<NetFrequency> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession().chain(session -> session.persistAll(rows.toArray()));
    }

    Uni<Void> remove(UUID netId, Collection<UUID> frequencies) {
        return frequencies.isEmpty()
                ? Uni.createFrom().voidItem()
                : delete("netId = ?1 and frequencyId in ?2", netId, List.copyOf(frequencies))
                        .replaceWithVoid();
    }

    /** Whether a check-in, even a deleted one, was made on one of these. */
    Uni<Boolean> used(UUID netId, Collection<UUID> frequencies) {
        if (frequencies.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT EXISTS (SELECT FROM check_in WHERE net_id = :net AND frequency_id IN (:ids))",
                                Boolean.class)
                        .setParameter("net", netId)
                        .setParameter("ids", frequencies)
                        .getSingleResult());
    }
}
