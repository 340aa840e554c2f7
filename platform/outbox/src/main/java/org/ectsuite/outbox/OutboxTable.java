package org.ectsuite.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The relay's side of the table; each method is one statement and so one transaction. */
@ApplicationScoped
class OutboxTable {

    private static final int LONGEST_ERROR = 500;

    private final Pool pool;

    OutboxTable(Pool pool) {
        this.pool = pool;
    }

    /** What waits and what is stuck. */
    record Depth(long pending, long parked, Duration oldest) {}

    /** Takes up to {@code most} mails that are due and belong to nobody, the longest due first. */
    Uni<List<ClaimedMail>> claim(int most, Instant now, Duration lease) {
        UUID claim = UUID.randomUUID();
        return pool.preparedQuery("""
                        WITH due AS MATERIALIZED (
                            SELECT id FROM outbox_message
                            WHERE state = 'PENDING' AND next_attempt_at <= $1 AND (expires_at IS NULL OR expires_at > $1)
                            ORDER BY next_attempt_at
                            LIMIT $2
                            FOR UPDATE SKIP LOCKED)
                        UPDATE outbox_message AS message
                        SET claim = $3, attempts = attempts + 1, next_attempt_at = $4
                        FROM due WHERE message.id = due.id
                        RETURNING message.id, kind, payload, attempts, expires_at
                        """)
                .mapping(row -> claimed(row, claim))
                .execute(Tuple.of(Outbox.utc(now), most, claim, Outbox.utc(now.plus(lease))))
                .map(rows -> rows.stream().toList());
    }

    private static ClaimedMail claimed(Row row, UUID claim) {
        OffsetDateTime expiresAt = row.getOffsetDateTime("expires_at");
        return new ClaimedMail(
                row.getUUID("id"),
                claim,
                row.getString("kind"),
                row.getBuffer("payload").getBytes(),
                row.getInteger("attempts"),
                expiresAt == null ? null : expiresAt.toInstant());
    }

    /** Whoever holds the row by now: it is delivered. */
    Uni<Void> delivered(ClaimedMail mail, Instant now) {
        return pool.preparedQuery("""
                        UPDATE outbox_message
                        SET state = 'DELIVERED', payload = NULL, claim = NULL, last_error = NULL, finished_at = $2
                        WHERE id = $1 AND state = 'PENDING'
                        """)
                .execute(Tuple.of(mail.id(), Outbox.utc(now)))
                .replaceWithVoid();
    }

    Uni<Void> retry(ClaimedMail mail, String reason, Instant at) {
        return pool.preparedQuery("""
                        UPDATE outbox_message SET claim = NULL, last_error = $3, next_attempt_at = $4
                        WHERE id = $1 AND claim = $2
                        """)
                .execute(Tuple.of(mail.id(), mail.claim(), shortened(reason), Outbox.utc(at)))
                .replaceWithVoid();
    }

    Uni<Void> park(ClaimedMail mail, String reason, Instant now) {
        return pool.preparedQuery("""
                        UPDATE outbox_message
                        SET state = 'PARKED', claim = NULL, last_error = $3, finished_at = $4, next_attempt_at = $4
                        WHERE id = $1 AND claim = $2
                        """)
                .execute(Tuple.of(mail.id(), mail.claim(), shortened(reason), Outbox.utc(now)))
                .replaceWithVoid();
    }

    Uni<Void> drop(ClaimedMail mail, String reason, Instant now) {
        return pool.preparedQuery("""
                        UPDATE outbox_message
                        SET state = 'EXPIRED', payload = NULL, claim = NULL, last_error = $3, finished_at = $4
                        WHERE id = $1 AND claim = $2
                        """)
                .execute(Tuple.of(mail.id(), mail.claim(), shortened(reason), Outbox.utc(now)))
                .replaceWithVoid();
    }

    /** Ends what is of no use any more and not under way just now; gives how many. */
    Uni<Integer> expire(Instant now) {
        return pool.preparedQuery("""
                        UPDATE outbox_message
                        SET state = 'EXPIRED', payload = NULL, claim = NULL, finished_at = $1
                        WHERE state = 'PENDING' AND expires_at <= $1 AND (claim IS NULL OR next_attempt_at <= $1)
                        """).execute(Tuple.of(Outbox.utc(now))).map(RowSet::rowCount);
    }

    /** Removes what finished, or was parked, before the given instants; gives how many. */
    Uni<Integer> clean(Instant finishedBefore, Instant parkedBefore) {
        return pool.preparedQuery("""
                        DELETE FROM outbox_message
                        WHERE state IN ('DELIVERED', 'EXPIRED') AND finished_at < $1
                           OR state = 'PARKED' AND finished_at < $2
                        """)
                .execute(Tuple.of(Outbox.utc(finishedBefore), Outbox.utc(parkedBefore)))
                .map(RowSet::rowCount);
    }

    Uni<Depth> depth(Instant now) {
        return pool.preparedQuery("""
                        SELECT count(*) FILTER (WHERE state = 'PENDING') AS pending,
                               count(*) FILTER (WHERE state = 'PARKED') AS parked,
                               min(created_at) FILTER (WHERE state = 'PENDING') AS oldest
                        FROM outbox_message WHERE state IN ('PENDING', 'PARKED')
                        """).execute().map(rows -> {
            Row row = rows.iterator().next();
            OffsetDateTime oldest = row.getOffsetDateTime("oldest");
            return new Depth(
                    row.getLong("pending"),
                    row.getLong("parked"),
                    oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now));
        });
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_ERROR ? reason : reason.substring(0, LONGEST_ERROR);
    }
}
