package org.ectsuite.ectlog.net;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.tokensecurity.Caller;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The rows of nets, and figures about them that no entity holds. */
@ApplicationScoped
class NetRepository implements PanacheRepositoryBase<Net, UUID> {

    private static final String SITUATION = """
            SELECT n.status, n.owner_id, n.self_check_in, r.role,
                   (SELECT string_agg(cast(f.frequency_id AS text), ' ' ORDER BY f.position)
                    FROM net_frequency f WHERE f.net_id = n.id) AS frequencies
            FROM net n LEFT JOIN net_role r ON r.net_id = n.id AND r.user_id = :user
            WHERE n.id = :net
            """;

    Uni<Net> require(UUID id) {
        return findById(id).onItem().ifNull().failWith(NetRepository::missing);
    }

    /** The net, locked until the transaction ends: what is decided about it now still holds at the commit. */
    Uni<Net> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).onItem().ifNull().failWith(NetRepository::missing);
    }

    /** At most so many nets, newest first. */
    Uni<List<Net>> newestFirst(Set<NetStatus> statuses, @Nullable UUID before, int count) {
        String condition = before == null ? "status in :statuses" : "status in :statuses and id < :before";
        Map<String, Object> parameters =
                before == null ? Map.of("statuses", statuses) : Map.of("statuses", statuses, "before", before);
        return find("from Net where " + condition + " order by id desc", parameters)
                .range(0, count - 1)
                .list();
    }

    Uni<Map<UUID, NetCounts>> counts(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                SELECT net_id, count(DISTINCT callsign) AS stations,
                                       count(*) FILTER (WHERE status <> 'CHECKED_OUT') AS live,
                                       count(recheck_of) AS rechecks
                                FROM check_in
                                WHERE net_id IN (:ids) AND deleted_at IS NULL
                                GROUP BY net_id
                                """, Tuple.class)
                        .setParameter("ids", ids)
                        .getResultList())
                .map(rows -> {
                    Map<UUID, NetCounts> counts = new HashMap<>();
                    rows.forEach(row -> counts.put(
                            row.get("net_id", UUID.class),
                            new NetCounts(
                                    row.get("stations", Long.class),
                                    row.get("live", Long.class),
                                    row.get("rechecks", Long.class))));
                    return counts;
                });
    }

    /** Of these nets, those to which the person has subscribed. */
    Uni<Set<UUID>> subscribed(UUID userId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT net_id FROM net_subscription WHERE user_id = :user AND net_id IN (:ids)",
                                UUID.class)
                        .setParameter("user", userId)
                        .setParameter("ids", ids)
                        .getResultList())
                .map(HashSet::new);
    }

    Uni<List<UUID>> subscribers(UUID netId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT user_id FROM net_subscription WHERE net_id = :net ORDER BY subscribed_at, user_id",
                                UUID.class)
                        .setParameter("net", netId)
                        .getResultList());
    }

    /** True if the person was not subscribed before. */
    Uni<Boolean> subscribe(UUID netId, UUID userId, OffsetDateTime now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                INSERT INTO net_subscription (net_id, user_id, subscribed_at)
                                VALUES (:net, :user, :now) ON CONFLICT DO NOTHING
                                """)
                        .setParameter("net", netId)
                        .setParameter("user", userId)
                        .setParameter("now", now)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** True if the person was subscribed before. */
    Uni<Boolean> unsubscribe(UUID netId, UUID userId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "DELETE FROM net_subscription WHERE net_id = :net AND user_id = :user")
                        .setParameter("net", netId)
                        .setParameter("user", userId)
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** What a feature must know before it does something in the net, in one round trip. */
    Uni<NetSituation> situation(UUID netId, Caller caller, UUID userId) {
        return situation(SITUATION, netId, caller, userId);
    }

    /** The same, and the net stays locked until the transaction ends. */
    Uni<NetSituation> lockedSituation(UUID netId, Caller caller, UUID userId) {
        return situation(SITUATION + " FOR NO KEY UPDATE OF n", netId, caller, userId);
    }

    private static Uni<NetSituation> situation(String sql, UUID netId, Caller caller, UUID userId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, Tuple.class)
                        .setParameter("net", netId)
                        .setParameter("user", userId)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(NetRepository::missing)
                .map(row -> {
                    String role = row.get("role", String.class);
                    String frequencies = row.get("frequencies", String.class);
                    return new NetSituation(
                            netId,
                            NetAccess.of(
                                    caller,
                                    userId,
                                    row.get("owner_id", UUID.class),
                                    NetStatus.valueOf(row.get("status", String.class)),
                                    row.get("self_check_in", Boolean.class),
                                    role == null ? null : RoleKind.valueOf(role)),
                            frequencies == null
                                    ? List.of()
                                    : Arrays.stream(frequencies.split(" ", -1))
                                            .map(UUID::fromString)
                                            .toList());
                });
    }

    static ProblemException missing() {
        return ProblemException.notFound("There is no such net.");
    }
}
