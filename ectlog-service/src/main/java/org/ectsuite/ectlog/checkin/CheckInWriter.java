package org.ectsuite.ectlog.checkin;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.ectsuite.ectlog.journal.Journal;
import org.ectsuite.ectlog.net.NetSituation;
import org.ectsuite.ectlog.operator.Operator;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.version.Versions;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of logs. Each change is one statement that locks the net, takes its numbers, writes the row and its journal
 * entry: five hundred stations a second in one net leave two milliseconds for each, the commit included. A net that was closed in
 * the meantime takes nothing: its state is part of the statement's condition.
 */
@ApplicationScoped
class CheckInWriter {

    /** The callsign has a live row; the transaction must be rolled back. */
    static final class TakenException extends RuntimeException {

        TakenException() {
            super("The callsign has a live row", null, false, false);
        }
    }

    private static final String OPEN = "status IN ('LOBBY', 'ACTIVE')";

    private static final String JOURNAL_COLUMNS =
            "(net_id, sequence, type, at, actor_id, actor_name, actor_callsign, payload, request_id, client_address)";

    private static final String ADD = """
            WITH opened AS (
                UPDATE net SET sequence = sequence + 1, last_number = last_number + 1
                WHERE id = :net AND %s
                RETURNING sequence, last_number),
            logged AS (
                INSERT INTO check_in (id, net_id, number, version, callsign, base, prefix, suffix, tactical, name,
                    location, status, frequency_id, relayed_by, notes, weather, power, custom_fields, recheck_of,
                    user_id, logged_by_id, logged_by_name, logged_by_callsign, checked_in_at)
                SELECT :id, :net, last_number, :version, :callsign, :base, :prefix, :suffix, :tactical, :name,
                    :location, :status, cast(:frequencyId AS uuid), :relayedBy, :notes, :weather, :power,
                    cast(cast(:customFields AS text) AS jsonb), cast(:recheckOf AS uuid), cast(:userId AS uuid), :loggedById,
                    :loggedByName, :loggedByCallsign, :checkedInAt
                FROM opened
                ON CONFLICT (net_id, callsign) WHERE deleted_at IS NULL AND status <> 'CHECKED_OUT' DO NOTHING
                RETURNING number),
            entered AS (
                INSERT INTO journal_entry %s
                SELECT :net, sequence, :type, :at, :actorId, :actorName, :actorCallsign,
                    jsonb_set(cast(cast(:payload AS text) AS jsonb), '{after,number}', to_jsonb(number)), :requestId, :clientAddress
                FROM opened, logged),
            heard AS (
                INSERT INTO station (callsign, name, location, last_heard_at)
                SELECT :callsign, :name, :location, :checkedInAt FROM logged
                ON CONFLICT (callsign) DO UPDATE SET
                    name = coalesce(excluded.name, station.name),
                    location = coalesce(excluded.location, station.location),
                    last_heard_at = greatest(excluded.last_heard_at, station.last_heard_at))
            SELECT opened.sequence, logged.number FROM opened LEFT JOIN logged ON true
            """.formatted(OPEN, JOURNAL_COLUMNS);

    private static final String CHANGE = """
            WITH opened AS (
                UPDATE net SET sequence = sequence + 1 WHERE id = :net AND %s RETURNING sequence),
            changed AS (
                UPDATE check_in SET version = :version, callsign = :callsign, base = :base, prefix = :prefix,
                    suffix = :suffix, tactical = :tactical, name = :name, location = :location, status = :status,
                    frequency_id = cast(:frequencyId AS uuid), relayed_by = :relayedBy, notes = :notes,
                    weather = :weather, power = :power, custom_fields = cast(cast(:customFields AS text) AS jsonb),
                    user_id = cast(:userId AS uuid), checked_out_at = :checkedOutAt, deleted_at = :deletedAt
                FROM opened
                WHERE check_in.id = :id AND check_in.net_id = :net AND check_in.version = :version - 1
                RETURNING check_in.id),
            entered AS (
                INSERT INTO journal_entry %s
                SELECT :net, sequence, :type, :at, :actorId, :actorName, :actorCallsign, cast(cast(:payload AS text) AS jsonb),
                    :requestId, :clientAddress
                FROM opened, changed),
            heard AS (
                INSERT INTO station (callsign, name, location, last_heard_at)
                SELECT :callsign, :name, :location, :checkedInAt FROM changed WHERE cast(:deletedAt AS timestamptz) IS NULL
                ON CONFLICT (callsign) DO UPDATE SET
                    name = coalesce(excluded.name, station.name),
                    location = coalesce(excluded.location, station.location))
            SELECT opened.sequence, changed.id FROM opened LEFT JOIN changed ON true
            """.formatted(OPEN, JOURNAL_COLUMNS);

    /** A call that was only ever mistyped should not be suggested; one that was heard elsewhere should. */
    private static final String FORGET = """
            DELETE FROM station WHERE callsign = :callsign
            AND NOT EXISTS (SELECT FROM check_in WHERE callsign = :callsign AND deleted_at IS NULL)
            """;

    /**
     * Writes a new row in the caller's transaction; answers it with its number.
     *
     * @throws TakenException the callsign has a live row
     * @throws ProblemException NET_NOT_OPEN
     */
    Uni<CheckInView> add(CheckInView row, Journal.Entry entry) {
        return Panache.getSession()
                .chain(session -> bound(session.createNativeQuery(ADD, Tuple.class), row, entry)
                        .setParameter("recheckOf", row.recheckOf())
                        .setParameter("loggedById", row.loggedBy().userId())
                        .setParameter("loggedByName", row.loggedBy().name())
                        .setParameter("loggedByCallsign", row.loggedBy().callsign())
                        .getSingleResultOrNull())
                .map(written -> {
                    if (written == null) {
                        throw NetSituation.notOpen(null);
                    }
                    Integer number = written.get("number", Integer.class);
                    if (number == null) {
                        throw new TakenException();
                    }
                    return row.numbered(number);
                });
    }

    /**
     * Writes the next version of a row in the caller's transaction, if its present version is the one before.
     *
     * @throws TakenException the callsign has another live row
     * @throws ProblemException NET_NOT_OPEN, STALE_VERSION
     */
    Uni<CheckInView> change(CheckInView row, Journal.Entry entry) {
        return Panache.getSession()
                .chain(session -> bound(session.createNativeQuery(CHANGE, Tuple.class), row, entry)
                        .setParameter("checkedOutAt", utc(row.checkedOutAt()))
                        .setParameter("deletedAt", row.deleted() ? entry.at() : null)
                        .getSingleResultOrNull())
                .onFailure(CheckInWriter::violatesOneLive)
                .transform(failure -> new TakenException())
                .map(written -> {
                    if (written == null) {
                        throw NetSituation.notOpen(null);
                    }
                    if (written.get("id") == null) {
                        // Somebody changed the row between our look at it and the statement.
                        Versions.check(row.version() - 1, row.version());
                    }
                    return row;
                });
    }

    /** Forgets a station whose only rows were deleted. */
    Uni<Void> forget(String callsign) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter("callsign", callsign)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Mutiny.SelectionQuery<Tuple> bound(
            Mutiny.SelectionQuery<Tuple> query, CheckInView row, Journal.Entry entry) {
        Operator actor = entry.actor();
        return query.setParameter("net", row.netId())
                .setParameter("id", row.id())
                .setParameter("version", row.version())
                .setParameter("callsign", row.callsign())
                .setParameter("base", row.base())
                .setParameter("prefix", row.prefix())
                .setParameter("suffix", row.suffix())
                .setParameter("tactical", row.tactical())
                .setParameter("name", row.name())
                .setParameter("location", row.location())
                .setParameter("status", row.status().name())
                .setParameter("frequencyId", row.frequencyId())
                .setParameter("relayedBy", row.relayedBy())
                .setParameter("notes", row.notes())
                .setParameter("weather", row.weather())
                .setParameter("power", row.power())
                .setParameter("customFields", CustomFields.json(row.customFields()))
                .setParameter("userId", row.userId())
                .setParameter("checkedInAt", utc(row.checkedInAt()))
                .setParameter("type", entry.type().wire())
                .setParameter("at", entry.at())
                .setParameter("actorId", actor.userId())
                .setParameter("actorName", actor.name())
                .setParameter("actorCallsign", actor.callsign())
                .setParameter("payload", entry.payload())
                .setParameter("requestId", entry.requestId())
                .setParameter("clientAddress", entry.clientAddress());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static boolean violatesOneLive(Throwable failure) {
        return failure instanceof ConstraintViolationException violation
                && "check_in_one_live".equals(violation.getConstraintName());
    }
}
