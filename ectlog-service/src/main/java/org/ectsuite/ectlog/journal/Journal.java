package org.ectsuite.ectlog.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.ectsuite.ectlog.operator.Operator;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.request.RequestInfo;
import org.jspecify.annotations.Nullable;

/**
 * The journal of nets. An entry takes the net's next sequence number by an UPDATE of the net's row in the transaction
 * of the change itself: the row stays locked until the commit, so numbers have no gaps and their order is the order of
 * commits. Whoever has seen number n has seen all before it.
 */
@ApplicationScoped
public class Journal {

    private final ObjectMapper mapper;
    private final RequestInfo request;
    private final Clock clock;

    Journal(ObjectMapper mapper, RequestInfo request, Clock clock) {
        this.mapper = mapper;
        this.request = request;
        this.clock = clock;
    }

    /** Appends one entry in the caller's transaction; answers its sequence number. Do it last: the net is locked from here on. */
    public Uni<Long> append(UUID netId, EventType type, Operator actor, Change change) {
        Entry entry = entry(type, actor, change);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                        WITH counted AS (
                            UPDATE net SET sequence = sequence + 1 WHERE id = :net RETURNING sequence)
                        INSERT INTO journal_entry (net_id, sequence, type, at, actor_id, actor_name, actor_callsign,
                                                   payload, request_id, client_address)
                        SELECT :net, sequence, :type, :at, :actorId, :actorName, :actorCallsign,
                               cast(cast(:payload AS text) AS jsonb), :requestId, :clientAddress
                        FROM counted
                        RETURNING sequence
                        """, Long.class)
                        .setParameter("net", netId)
                        .setParameter("type", entry.type().wire())
                        .setParameter("at", entry.at())
                        .setParameter("actorId", actor.userId())
                        .setParameter("actorName", actor.name())
                        .setParameter("actorCallsign", actor.callsign())
                        .setParameter("payload", entry.payload())
                        .setParameter("requestId", entry.requestId())
                        .setParameter("clientAddress", entry.clientAddress())
                        .getSingleResult());
    }

    /** An entry that a feature writes by a statement of its own, together with the change. */
    public Entry entry(EventType type, Operator actor, Change change) {
        return new Entry(
                type,
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                actor,
                json(change),
                request.id(),
                request.clientAddress());
    }

    /**
     * A page of entries behind a sequence number.
     *
     * @throws ProblemException NOT_FOUND if there is no such net
     */
    @WithSession
    Uni<JournalPage> page(UUID netId, long since, int limit) {
        return requireNet(netId)
                .chain(() -> read(netId, since, limit))
                .map(items -> new JournalPage(
                        items, items.size() == limit ? items.getLast().sequence() : null));
    }

    private static Uni<Void> requireNet(UUID netId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT EXISTS (SELECT FROM net WHERE id = :net)", Boolean.class)
                        .setParameter("net", netId)
                        .getSingleResult())
                .invoke(exists -> {
                    if (!exists) {
                        throw ProblemException.notFound("There is no such net.");
                    }
                })
                .replaceWithVoid();
    }

    /**
     * The entries behind a sequence number, oldest first; within the caller's session.
     *
     * @param since the last number that the reader has seen; 0 for all
     * @param limit how many at most
     */
    public Uni<List<JournalEvent>> read(UUID netId, long since, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                SELECT sequence, type, at, actor_id, actor_name, actor_callsign,
                                       cast(payload AS text) AS payload
                                FROM journal_entry
                                WHERE net_id = :net AND sequence > :since
                                ORDER BY sequence
                                LIMIT :limit
                                """, Tuple.class)
                        .setParameter("net", netId)
                        .setParameter("since", since)
                        .setParameter("limit", limit)
                        .getResultList())
                .map(rows -> rows.stream().map(Journal::event).toList());
    }

    private static JournalEvent event(Tuple row) {
        return new JournalEvent(
                row.get("sequence", Long.class),
                EventType.of(row.get("type", String.class)),
                row.get("at", OffsetDateTime.class).toInstant(),
                new Operator(
                        row.get("actor_id", UUID.class),
                        row.get("actor_name", String.class),
                        row.get("actor_callsign", String.class)),
                row.get("payload", String.class));
    }

    private String json(Change change) {
        try {
            return mapper.writeValueAsString(change);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A change that is no JSON", e);
        }
    }

    /**
     * An entry without its number.
     *
     * @param type what happened
     * @param at when
     * @param actor who did it
     * @param payload JSON of the change
     * @param requestId the request that did it
     * @param clientAddress where it came from
     */
    public record Entry(
            EventType type,
            OffsetDateTime at,
            Operator actor,
            String payload,
            @Nullable String requestId,
            @Nullable String clientAddress) {}
}
