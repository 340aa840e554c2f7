package org.ectsuite.ectlog.checkin;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.ectsuite.ectlog.operator.Operator;
import org.ectsuite.ectlog.station.Callsign;
import org.jspecify.annotations.Nullable;

/** Reads rows of logs, and what is known of a callsign. */
@ApplicationScoped
class CheckInRepository implements PanacheRepositoryBase<CheckIn, UUID> {

    /**
     * The row of a callsign that is neither deleted nor checked out.
     *
     * @param id of the row
     * @param loggedBy who logged it
     * @param loggedAt when
     */
    record LiveRow(UUID id, Operator loggedBy, Instant loggedAt) {}

    /**
     * What is known of a callsign before it is logged.
     *
     * @param live its live row in this net
     * @param first its first row in this net
     * @param name as last heard, in this net before elsewhere
     * @param location as last heard, in this net before elsewhere
     * @param userId the account that uses the base call
     */
    record Known(
            @Nullable LiveRow live,
            @Nullable UUID first,
            @Nullable String name,
            @Nullable String location,
            @Nullable UUID userId) {}

    Uni<CheckIn> ofNet(UUID netId, UUID id) {
        return find("netId = ?1 and id = ?2", netId, id).firstResult();
    }

    /** At most so many rows behind a number, in the order of the log. */
    Uni<List<CheckIn>> ofNet(UUID netId, int behind, boolean deleted, int count) {
        String condition = "from CheckIn where netId = ?1 and number > ?2";
        return find(condition + (deleted ? "" : " and deletedAt is null") + " order by number", netId, behind)
                .range(0, count - 1)
                .list();
    }

    Uni<Known> known(UUID netId, Callsign callsign) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                SELECT live.id AS live_id, live.logged_by_id, live.logged_by_name,
                                       live.logged_by_callsign, live.checked_in_at, first.id AS first_id,
                                       coalesce(first.name, s.name) AS name,
                                       coalesce(first.location, s.location) AS location, o.user_id
                                FROM (VALUES (1)) AS one
                                LEFT JOIN check_in live ON live.net_id = :net AND live.callsign = :callsign
                                     AND live.deleted_at IS NULL AND live.status <> 'CHECKED_OUT'
                                LEFT JOIN LATERAL (
                                     SELECT id, name, location FROM check_in
                                     WHERE net_id = :net AND callsign = :callsign AND deleted_at IS NULL
                                     ORDER BY number LIMIT 1) first ON true
                                LEFT JOIN station s ON s.callsign = :callsign
                                LEFT JOIN operator o ON o.callsign = :base
                                """, Tuple.class)
                        .setParameter("net", netId)
                        .setParameter("callsign", callsign.text())
                        .setParameter("base", callsign.base())
                        .getSingleResult())
                .map(row -> new Known(
                        live(row),
                        row.get("first_id", UUID.class),
                        row.get("name", String.class),
                        row.get("location", String.class),
                        callsign.tactical() ? null : row.get("user_id", UUID.class)));
    }

    private static @Nullable LiveRow live(Tuple row) {
        UUID id = row.get("live_id", UUID.class);
        return id == null
                ? null
                : new LiveRow(
                        id,
                        new Operator(
                                row.get("logged_by_id", UUID.class),
                                row.get("logged_by_name", String.class),
                                row.get("logged_by_callsign", String.class)),
                        row.get("checked_in_at", OffsetDateTime.class).toInstant());
    }
}
