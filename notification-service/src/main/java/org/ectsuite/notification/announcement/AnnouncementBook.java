package org.ectsuite.notification.announcement;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.notification.announcement.AnnouncementView.Progress;
import org.jspecify.annotations.Nullable;

/** The stored announcements and whom they are for. */
@ApplicationScoped
class AnnouncementBook implements PanacheRepositoryBase<StoredAnnouncement, UUID> {

    /** Newest first, those before the given one only. */
    Uni<List<StoredAnnouncement>> newestFirst(@Nullable UUID before, int limit) {
        return (before == null
                        ? find("from StoredAnnouncement order by id desc")
                        : find("from StoredAnnouncement where id < ?1 order by id desc", before))
                .page(0, limit)
                .list();
    }

    /** Stores whom it is for. */
    Uni<Void> addRecipients(UUID announcement, Collection<UUID> people) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                INSERT INTO announcement_recipient (announcement_id, user_id)
                                SELECT :id, unnest(CAST(:people AS uuid[])) ON CONFLICT DO NOTHING
                                """)
                        .setParameter("id", announcement)
                        .setParameter("people", people.toArray(UUID[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Some who still need a message, kept until the end of the transaction; those whom another replica has in hand are left out. */
    Uni<List<UUID>> lockUnqueued(UUID announcement, int limit) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                SELECT user_id FROM announcement_recipient
                                WHERE announcement_id = :id AND message_id IS NULL
                                ORDER BY user_id LIMIT :limit FOR UPDATE SKIP LOCKED
                                """, UUID.class)
                        .setParameter("id", announcement)
                        .setParameter("limit", limit)
                        .getResultList());
    }

    Uni<Void> queued(UUID announcement, UUID person, UUID message) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                UPDATE announcement_recipient SET message_id = :message
                                WHERE announcement_id = :id AND user_id = :person
                                """)
                        .setParameter("message", message)
                        .setParameter("id", announcement)
                        .setParameter("person", person)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The announcements of which somebody still needs a message, oldest first. */
    Uni<List<UUID>> unfinished() {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT id FROM announcement WHERE sealed IS NOT NULL ORDER BY id LIMIT 20", UUID.class)
                        .getResultList());
    }

    /** Drops the words of the announcement if nobody needs them any more. */
    Uni<Void> finish(UUID announcement) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                UPDATE announcement SET sealed = NULL
                                WHERE id = :id AND NOT EXISTS (
                                    SELECT 1 FROM announcement_recipient
                                    WHERE announcement_id = :id AND message_id IS NULL)
                                """)
                        .setParameter("id", announcement)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** What became of the announcements. */
    Uni<Map<UUID, Progress>> progress(Collection<UUID> announcements) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                SELECT r.announcement_id AS id,
                                       count(*) FILTER (WHERE r.message_id IS NULL
                                           OR m.status IN ('QUEUED', 'SENDING', 'DEFERRED')) AS waiting,
                                       count(*) FILTER (WHERE m.status = 'SENT') AS sent,
                                       count(*) FILTER (WHERE m.status IN ('SUPPRESSED', 'CANCELLED')) AS kept,
                                       count(*) FILTER (WHERE m.status IN ('DEAD', 'EXPIRED', 'BOUNCED', 'COMPLAINED')) AS failed,
                                       count(*) FILTER (WHERE r.message_id IS NOT NULL AND m.id IS NULL) AS forgotten
                                FROM announcement_recipient r
                                    LEFT JOIN message carried ON carried.id = r.message_id
                                    -- What went into a digest has come as far as the digest.
                                    LEFT JOIN message m ON m.id = coalesce(carried.digest_id, carried.id)
                                WHERE r.announcement_id = ANY (:ids)
                                GROUP BY r.announcement_id
                                """, Tuple.class)
                        .setParameter("ids", announcements.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> {
                    Map<UUID, Progress> progress = new HashMap<>();
                    rows.forEach(row -> progress.put(
                            row.get("id", UUID.class),
                            new Progress(
                                    row.get("waiting", Long.class),
                                    row.get("sent", Long.class),
                                    row.get("kept", Long.class),
                                    row.get("failed", Long.class),
                                    row.get("forgotten", Long.class))));
                    return progress;
                });
    }
}
