package org.ectsuite.ectlog.chat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.ectsuite.ectlog.journal.Journal;
import org.ectsuite.ectlog.net.NetSituation;
import org.ectsuite.ectlog.operator.Operator;
import org.jspecify.annotations.Nullable;

/** The rows of chats. */
@ApplicationScoped
class ChatRepository implements PanacheRepositoryBase<ChatMessage, UUID> {

    /** A net that was closed in the meantime takes nothing: its state is part of the condition. */
    private static final String POST = """
            WITH opened AS (
                UPDATE net SET sequence = sequence + 1 WHERE id = :net AND status IN ('LOBBY', 'ACTIVE')
                RETURNING sequence),
            said AS (
                INSERT INTO chat_message (id, net_id, author_id, author_name, author_callsign, text, at)
                SELECT :id, :net, :actorId, :actorName, :actorCallsign, :text, :saidAt FROM opened)
            INSERT INTO journal_entry (net_id, sequence, type, at, actor_id, actor_name, actor_callsign, payload,
                                       request_id, client_address)
            SELECT :net, sequence, :type, :at, :actorId, :actorName, :actorCallsign, cast(cast(:payload AS text) AS jsonb),
                   :requestId, :clientAddress
            FROM opened
            RETURNING sequence
            """;

    Uni<ChatMessageView> post(UUID netId, ChatMessageView message, Journal.Entry entry) {
        Operator actor = entry.actor();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(POST, Long.class)
                        .setParameter("net", netId)
                        .setParameter("id", message.id())
                        .setParameter("text", message.text())
                        .setParameter("saidAt", OffsetDateTime.ofInstant(message.at(), ZoneOffset.UTC))
                        .setParameter("type", entry.type().wire())
                        .setParameter("at", entry.at())
                        .setParameter("actorId", actor.userId())
                        .setParameter("actorName", actor.name())
                        .setParameter("actorCallsign", actor.callsign())
                        .setParameter("payload", entry.payload())
                        .setParameter("requestId", entry.requestId())
                        .setParameter("clientAddress", entry.clientAddress())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> NetSituation.notOpen(null))
                .replaceWith(message);
    }

    /** At most so many lines, newest first. */
    Uni<List<ChatMessage>> newestFirst(UUID netId, @Nullable UUID before, int count) {
        var query = before == null
                ? find("from ChatMessage where netId = ?1 order by id desc", netId)
                : find("from ChatMessage where netId = ?1 and id < ?2 order by id desc", netId, before);
        return query.range(0, count - 1).list();
    }
}
