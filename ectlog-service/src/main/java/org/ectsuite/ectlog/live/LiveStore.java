package org.ectsuite.ectlog.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ectsuite.ectlog.journal.EventType;
import org.ectsuite.ectlog.journal.JournalEvent;
import org.ectsuite.ectlog.operator.Operator;

/**
 * What the live socket reads and writes, by statements of its own: it works outside of requests, needs no entity, and a row
 * becomes a message without a detour.
 */
@ApplicationScoped
class LiveStore implements JournalReader {

    private final Pool pool;
    private final ObjectMapper mapper;
    private final Clock clock;

    LiveStore(Pool pool, ObjectMapper mapper, Clock clock) {
        this.pool = pool;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** The number of the last event of a net; empty if there is no such net. */
    Uni<Optional<Long>> sequence(UUID netId) {
        return sequences(List.of(netId)).map(found -> Optional.ofNullable(found.get(netId)));
    }

    /** The numbers of the last events; nets that do not exist are absent. */
    Uni<Map<UUID, Long>> sequences(Collection<UUID> netIds) {
        return pool.preparedQuery("SELECT id, sequence FROM net WHERE id = ANY ($1)")
                .execute(Tuple.of(netIds.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, Long> sequences = new HashMap<>();
                    rows.forEach(row -> sequences.put(row.getUUID("id"), row.getLong("sequence")));
                    return sequences;
                });
    }

    @Override
    public CompletionStage<List<Frame>> read(UUID netId, long since, int limit) {
        return pool.preparedQuery("""
                        SELECT sequence, type, at, actor_id, actor_name, actor_callsign, payload::text AS payload
                        FROM journal_entry WHERE net_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3
                        """)
                .execute(Tuple.of(netId, since, limit))
                .map(rows -> stream(rows).map(this::frame).toList())
                .subscribeAsCompletionStage();
    }

    private Frame frame(Row row) {
        JournalEvent event = new JournalEvent(
                row.getLong("sequence"),
                EventType.of(row.getString("type")),
                row.getOffsetDateTime("at").toInstant(),
                new Operator(row.getUUID("actor_id"), row.getString("actor_name"), row.getString("actor_callsign")),
                row.getString("payload"));
        return new Frame(event.sequence(), text(new ServerMessage.Happened(event)));
    }

    /** A message as it goes out. */
    String text(ServerMessage message) {
        try {
            return mapper.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message that is no JSON", e);
        }
    }

    /** Says that a replica is there. */
    Uni<Void> beat(UUID replica) {
        return pool.preparedQuery("""
                        INSERT INTO live_replica (id, seen_at) VALUES ($1, $2)
                        ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at
                        """).execute(Tuple.of(replica, now())).replaceWithVoid();
    }

    /** Forgets replicas that were silent for so long; answers the nets in which somebody is not online any more. */
    Uni<List<UUID>> forgetSilent(Duration silence) {
        return pool.preparedQuery("""
                        WITH silent AS (SELECT id FROM live_replica WHERE seen_at < $1),
                        left_behind AS (
                            DELETE FROM presence WHERE replica_id IN (SELECT id FROM silent) RETURNING net_id),
                        forgotten AS (DELETE FROM live_replica WHERE id IN (SELECT id FROM silent))
                        SELECT DISTINCT net_id FROM left_behind
                        """)
                .execute(Tuple.of(now().minus(silence)))
                .map(rows -> stream(rows).map(row -> row.getUUID("net_id")).toList());
    }

    /** Forgets a replica that ends. */
    Uni<Void> forget(UUID replica) {
        return pool.preparedQuery("DELETE FROM live_replica WHERE id = $1")
                .execute(Tuple.of(replica))
                .replaceWithVoid();
    }

    /** Writes down that somebody has a net open. */
    Uni<Void> arrive(UUID replica, UUID netId, LiveSocket socket) {
        Operator operator = Operator.of(socket.caller());
        return pool.preparedQuery("""
                        INSERT INTO presence (connection_id, replica_id, net_id, user_id, name, callsign, since)
                        VALUES ($1, $2, $3, $4, $5, $6, $7)
                        ON CONFLICT (connection_id) DO NOTHING
                        """)
                .execute(Tuple.of(socket.id(), replica, netId, operator.userId(), operator.name(), operator.callsign())
                        .addOffsetDateTime(now()))
                .replaceWithVoid();
    }

    /** Writes down that a connection is gone. */
    Uni<Void> leave(UUID connection) {
        return pool.preparedQuery("DELETE FROM presence WHERE connection_id = $1")
                .execute(Tuple.of(connection))
                .replaceWithVoid();
    }

    /** The connections of a replica that are written down. */
    Uni<List<UUID>> connections(UUID replica) {
        return pool.preparedQuery("SELECT connection_id FROM presence WHERE replica_id = $1")
                .execute(Tuple.of(replica))
                .map(rows ->
                        stream(rows).map(row -> row.getUUID("connection_id")).toList());
    }

    /** Who has a net open at replicas that were not silent for so long, each person once, by callsign and name. */
    Uni<List<Operator>> online(UUID netId, Duration silence) {
        return pool.preparedQuery("""
                        SELECT user_id, name, callsign FROM (
                            SELECT DISTINCT ON (p.user_id) p.user_id, p.name, p.callsign
                            FROM presence p JOIN live_replica r ON r.id = p.replica_id
                            WHERE p.net_id = $1 AND r.seen_at >= $2
                            ORDER BY p.user_id, p.since DESC) AS people
                        ORDER BY callsign, name, user_id
                        """)
                .execute(Tuple.of(netId, now().minus(silence)))
                .map(rows -> stream(rows)
                        .map(row ->
                                new Operator(row.getUUID("user_id"), row.getString("name"), row.getString("callsign")))
                        .toList());
    }

    private OffsetDateTime now() {
        Instant now = clock.instant();
        return OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
