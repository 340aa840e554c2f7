package org.ectsuite.auth.revocation;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.ectsuite.tokensecurity.Revocations;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The revocation list: written with the change that makes tokens void, read by every service every few seconds. */
@ApplicationScoped
public class RevocationLedger implements PanacheRepositoryBase<Revocation, UUID> {

    /**
     * How long an entry must stand: as long as anything lives that was given out before. Access tokens end after ten
     * minutes, but media-service's tickets carry a person through six hours.
     */
    static final Duration LONGEST_LIFE = Duration.ofHours(6).plusMinutes(15);

    private static final String UPSERT = """
        insert into revocation (id, kind, value, issued_before, until)
        values (:id, :kind, :value, cast(:issuedBefore as timestamptz), :until)
        on conflict (kind, value) do update
            set issued_before = case
                    when revocation.issued_before is null or excluded.issued_before is null then null
                    else greatest(revocation.issued_before, excluded.issued_before) end,
                until = greatest(revocation.until, excluded.until)\
        """;

    private final Clock clock;

    RevocationLedger(Clock clock) {
        this.clock = clock;
    }

    /** No token of this session is accepted any more. */
    @WithTransaction
    public Uni<Void> revokeSession(UUID sessionId) {
        return write(Revocations.Kind.SID, sessionId.toString(), null);
    }

    /** No token of this session that was issued until now is accepted any more; later ones are. */
    @WithTransaction
    public Uni<Void> revokeSessionUntilNow(UUID sessionId) {
        return write(Revocations.Kind.SID, sessionId.toString(), nextSecond());
    }

    /** No token of this subject that was issued until now is accepted any more; later ones are. */
    @WithTransaction
    public Uni<Void> revokeSubjectUntilNow(UUID accountId) {
        return write(Revocations.Kind.SUB, accountId.toString(), nextSecond());
    }

    /** Tokens count in whole seconds: one issued earlier in this very second must be covered, too. */
    private Instant nextSecond() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    /** This one token is not accepted any more. */
    @WithTransaction
    public Uni<Void> revokeToken(String tokenId) {
        return write(Revocations.Kind.JTI, tokenId, null);
    }

    /** No token that this key signed or will sign is accepted any more. */
    @WithTransaction
    public Uni<Void> revokeKey(String kid) {
        return write(Revocations.Kind.KID, kid, null);
    }

    /** Whether a token stands on the list, by its session, its subject or itself. */
    @WithTransaction
    public Uni<Boolean> revoked(@Nullable UUID sessionId, String subject, String tokenId, Instant issuedAt) {
        return count(
                        "until > ?1 and (issuedBefore is null or issuedBefore > ?2)"
                                + " and (kind = 'sid' and value = ?3 or kind = 'sub' and value = ?4"
                                + " or kind = 'jti' and value = ?5)",
                        clock.instant(),
                        issuedAt,
                        sessionId == null ? "" : sessionId.toString(),
                        subject,
                        tokenId)
                .map(entries -> entries > 0);
    }

    private Uni<Void> write(Revocations.Kind kind, String value, @Nullable Instant issuedBefore) {
        Instant until = clock.instant().plus(LONGEST_LIFE);
        return Panache.getSession()
                .chain(session -> upsert(session, kind, value, issuedBefore, until))
                .replaceWithVoid();
    }

    private static Uni<Integer> upsert(
            Mutiny.Session session,
            Revocations.Kind kind,
            String value,
            @Nullable Instant issuedBefore,
            Instant until) {
        return session.createNativeQuery(UPSERT)
                .setParameter("id", UuidCreator.getTimeOrderedEpoch())
                .setParameter("kind", kind.name().toLowerCase(Locale.ROOT))
                .setParameter("value", value)
                .setParameter("issuedBefore", issuedBefore == null ? null : issuedBefore.atOffset(ZoneOffset.UTC))
                .setParameter("until", until.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** What is in force, in a stable order. */
    @WithTransaction
    Uni<RevocationView> inForce() {
        return list("until > ?1 order by kind, value", clock.instant())
                .map(rows -> new RevocationView(rows.stream()
                        .map(row -> new RevocationView.Entry(row.kind, row.value, row.issuedBefore, row.until))
                        .toList()));
    }

    /** Entries without meaning go. */
    @Scheduled(
            identity = "revocations-clean-up",
            every = "10m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> cleanUp() {
        return delete("until <= ?1", clock.instant()).replaceWithVoid();
    }
}
