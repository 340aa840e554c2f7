package org.ectsuite.ectlog.notice;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.ectsuite.ectlog.notice.ReminderPlan.Round;
import org.jspecify.annotations.Nullable;

/** Which nets are to come, and who was reminded of them already; within the caller's session. */
@ApplicationScoped
class ReminderBook {

    /** A net that is to come. */
    record Coming(UUID netId, Instant start) {}

    /** The announced nets that begin after {@code now} and not after {@code until}. */
    Uni<List<Coming>> coming(Instant now, Instant until) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                SELECT id, scheduled_start FROM net
                                WHERE status IN ('SCHEDULED', 'LOBBY')
                                    AND scheduled_start > :now AND scheduled_start <= :until
                                ORDER BY scheduled_start
                                """, Tuple.class)
                        .setParameter("now", utc(now))
                        .setParameter("until", utc(until))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Coming(
                                row.get("id", UUID.class), instant(row.get("scheduled_start", Object.class))))
                        .toList());
    }

    /** Which of the rounds have been done for this net at this time. */
    Uni<List<Round>> done(Coming net) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                SELECT audience, lead_seconds FROM net_reminder
                                WHERE net_id = :net AND starts_at = :start
                                """, Tuple.class)
                        .setParameter("net", net.netId())
                        .setParameter("start", utc(net.start()))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Round(
                                ReminderAudience.valueOf(row.get("audience", String.class)),
                                Duration.ofSeconds(
                                        row.get("lead_seconds", Number.class).longValue())))
                        .toList());
    }

    /**
     * When the net begins, and the net stays as it is until the caller's transaction ends; null if it is not to come any more, or if
     * somebody else has it in hand.
     */
    Uni<@Nullable Coming> lock(UUID netId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                SELECT id, scheduled_start FROM net
                                WHERE id = :net AND status IN ('SCHEDULED', 'LOBBY') AND scheduled_start IS NOT NULL
                                FOR NO KEY UPDATE SKIP LOCKED
                                """, Tuple.class)
                        .setParameter("net", netId)
                        .getSingleResultOrNull())
                .map(row -> row == null
                        ? null
                        : new Coming(row.get("id", UUID.class), instant(row.get("scheduled_start", Object.class))));
    }

    /** Notes that the round is done; false if it was before. */
    Uni<Boolean> note(Coming net, Round round, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                INSERT INTO net_reminder (net_id, starts_at, audience, lead_seconds, sent_at)
                                VALUES (:net, :start, :audience, :lead, :now) ON CONFLICT DO NOTHING
                                """)
                        .setParameter("net", net.netId())
                        .setParameter("start", utc(net.start()))
                        .setParameter("audience", round.audience().name())
                        .setParameter("lead", round.lead().toSeconds())
                        .setParameter("now", utc(now))
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }
}
