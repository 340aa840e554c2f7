package org.ectsuite.notification.message;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.notification.template.MailKind;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The stored messages. */
@ApplicationScoped
class MessageRepository implements PanacheRepositoryBase<Message, UUID> {

    /** The message, kept from everybody else until the end of the transaction; null if there is none. */
    Uni<@Nullable Message> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Lets one transaction at a time work with this key: of requests that come at the same moment, the second waits here
     * and then finds the message of the first.
     */
    Uni<Void> claimKey(String producer, String idempotencyKey) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))) locked",
                                Integer.class)
                        .setParameter("key", producer + ' ' + idempotencyKey)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** The message that this producer sent under this key; null if there is none. */
    Uni<@Nullable Message> find(String producer, String idempotencyKey) {
        return find("producer = ?1 and idempotencyKey = ?2", producer, idempotencyKey)
                .firstResult();
    }

    /** How many copies of the same content this target has got since then. */
    Uni<Long> copies(UUID target, String fingerprint, Instant since) {
        return count("targetId = ?1 and fingerprint = ?2 and createdAt > ?3", target, fingerprint, since);
    }

    /** Messages of any of these statuses and this kind, newest first, those before the given one only. */
    Uni<List<Message>> newestFirst(
            Set<MessageStatus> statuses, @Nullable MailKind kind, @Nullable UUID before, int limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (!statuses.isEmpty()) {
            where.append(" and status in :statuses");
            parameters.put("statuses", statuses);
        }
        if (kind != null) {
            where.append(" and kind = :kind");
            parameters.put("kind", kind);
        }
        if (before != null) {
            where.append(" and id < :before");
            parameters.put("before", before);
        }
        return find(where.toString(), Sort.descending("id"), parameters)
                .page(0, limit)
                .list();
    }

    /** The messages for this person, newest first, those before the given one only. */
    Uni<List<Message>> ofPerson(UUID person, @Nullable UUID before, int limit) {
        return (before == null
                        ? find("recipientUserId = ?1", Sort.descending("id"), person)
                        : find("recipientUserId = ?1 and id < ?2", Sort.descending("id"), person, before))
                .page(0, limit)
                .list();
    }

    /** Those of the messages that are there and that nobody else works on, kept until the end of the transaction. */
    Uni<List<Message>> lockAll(Collection<UUID> ids) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT * FROM message WHERE id = ANY (:ids) ORDER BY id FOR UPDATE SKIP LOCKED",
                                Message.class)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList());
    }

    /** What waits to be told to this person about this list, kept until the end of the transaction. */
    Uni<List<Message>> lockWaiting(UUID person, String listId, Set<MailKind> kinds) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT * FROM message
                        WHERE recipient_user_id = :person AND list_id = :list AND kind = ANY (:kinds)
                            AND status IN ('QUEUED', 'DEFERRED')
                        ORDER BY id
                        FOR UPDATE SKIP LOCKED
                        """, Message.class)
                        .setParameter("person", person)
                        .setParameter("list", listId)
                        .setParameter("kinds", kinds.stream().map(Enum::name).toArray(String[]::new))
                        .getResultList());
    }

    /** What waits for a digest of this person, kept until the end of the transaction; oldest first. */
    Uni<List<Message>> lockCollected(UUID person, Instant until, int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT * FROM message
                        WHERE recipient_user_id = :person AND status = 'DEFERRED' AND digest_at <= :until
                        ORDER BY id
                        LIMIT :limit
                        FOR UPDATE SKIP LOCKED
                        """, Message.class)
                        .setParameter("person", person)
                        .setParameter("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                        .setParameter("limit", limit)
                        .getResultList());
    }

    /** The people whose digest is due. */
    Uni<List<UUID>> withDigestDue(Instant now, int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                        SELECT DISTINCT recipient_user_id FROM message
                        WHERE status = 'DEFERRED' AND digest_at <= :now
                        LIMIT :limit
                        """, UUID.class)
                        .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .setParameter("limit", limit)
                        .getResultList());
    }

    /** The oldest messages of these statuses that fit, kept until the end of the transaction. */
    Uni<List<Message>> lockOldest(
            Set<MessageStatus> statuses, @Nullable MailKind kind, @Nullable Lane lane, int limit) {
        StringBuilder sql = new StringBuilder("SELECT * FROM message WHERE status = ANY (:statuses)");
        if (kind != null) {
            sql.append(" AND kind = :kind");
        }
        if (lane != null) {
            sql.append(" AND lane = :lane");
        }
        sql.append(" ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED");
        return getSession().chain(session -> {
            var query = session.createNativeQuery(sql.toString(), Message.class)
                    .setParameter("statuses", statuses.stream().map(Enum::name).toArray(String[]::new))
                    .setParameter("limit", limit);
            if (kind != null) {
                query.setParameter("kind", kind.name());
            }
            if (lane != null) {
                query.setParameter("lane", lane.name());
            }
            return query.getResultList();
        });
    }

    /** A message and when it failed. */
    @RegisterForReflection // Hibernate makes it from a row
    record Failed(Message message, Instant at) {}

    /** What failed for good in this time and has not been mended since, the latest first; at most 1000. */
    Uni<List<Failed>> failures(Instant since, Instant until) {
        return getSession()
                .chain(session -> session.createSelectionQuery(
                                "select m, t.at from Message m join MessageTransition t"
                                        + " on t.messageId = m.id and t.toStatus = m.status"
                                        + " where m.status in (DEAD, BOUNCED, COMPLAINED) and t.at > :since and t.at <= :until"
                                        + " and m.kind <> FAILURE_DIGEST and m.lane <> PUSH order by t.at desc",
                                Failed.class)
                        .setParameter("since", since)
                        .setParameter("until", until)
                        .setMaxResults(1000)
                        .getResultList());
    }

    Uni<List<MessageTransition>> history(UUID messageId) {
        return getSession()
                .chain(session -> session.createSelectionQuery(
                                "from MessageTransition where messageId = :id order by id", MessageTransition.class)
                        .setParameter("id", messageId)
                        .getResultList());
    }

    /** Names, types and sizes of the attached files. */
    Uni<List<MessageDetail.File>> files(UUID messageId) {
        return getSession()
                .chain(session -> session.createSelectionQuery(
                                "select name, contentType, size from MessageAttachment where messageId = :id"
                                        + " order by position",
                                MessageDetail.File.class)
                        .setParameter("id", messageId)
                        .getResultList());
    }

    /** Everything administrators may know of the message. */
    Uni<MessageDetail> detail(Message message) {
        return files(message.id)
                .chain(files -> history(message.id)
                        .map(steps -> MessageDetail.of(
                                message,
                                files,
                                steps.stream().map(MessageDetail.Step::of).toList())));
    }

    /** The message, which must be there. */
    static Message present(@Nullable Message message) {
        if (message == null) {
            throw ProblemException.notFound("There is no such message.");
        }
        return message;
    }

    Uni<List<MessageContent>> contents(Collection<UUID> messageIds) {
        return getSession()
                .chain(session -> session.createSelectionQuery(
                                "from MessageContent where messageId in :ids", MessageContent.class)
                        .setParameter("ids", messageIds)
                        .getResultList());
    }

    /** Which of the messages still have their content. */
    Uni<List<UUID>> withContent(Collection<UUID> messageIds) {
        return getSession()
                .chain(session -> session.createSelectionQuery(
                                "select messageId from MessageContent where messageId in :ids", UUID.class)
                        .setParameter("ids", messageIds)
                        .getResultList());
    }

    Uni<List<MessageAttachment>> attachments(Collection<UUID> messageIds) {
        return getSession()
                .chain(session -> session.createSelectionQuery(
                                "from MessageAttachment where messageId in :ids order by position",
                                MessageAttachment.class)
                        .setParameter("ids", messageIds)
                        .getResultList());
    }

    /** Drops what the letters say; the log keeps the rest. */
    Uni<Void> dropContent(Collection<UUID> messageIds) {
        if (messageIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return getSession()
                .chain(session -> session.createMutationQuery("delete from MessageContent where messageId in :ids")
                        .setParameter("ids", messageIds)
                        .executeUpdate()
                        .chain(() -> session.createMutationQuery(
                                        "update MessageAttachment set sealed = null where messageId in :ids")
                                .setParameter("ids", messageIds)
                                .executeUpdate()))
                .replaceWithVoid();
    }

    Uni<Void> store(Object... entities) {
        return getSession().chain(session -> session.persistAll(entities));
    }
}
