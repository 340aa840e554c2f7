package org.ectsuite.auth.logout;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.ectsuite.auth.client.Clients;
import org.ectsuite.auth.session.ClientSession;
import org.ectsuite.auth.session.SignOutListener;

/** Which clients are to be told of a sign-out: written with the sign-out itself, so that neither a crash nor an outage forgets one. */
@ApplicationScoped
class LogoutNotices implements SignOutListener, PanacheRepositoryBase<NoticeRow, UUID> {

    private static final int AT_ONCE = 20;

    private final Clients clients;
    private final LogoutConfig config;
    private final Clock clock;

    LogoutNotices(Clients clients, LogoutConfig config, Clock clock) {
        this.clients = clients;
        this.config = config;
        this.clock = clock;
    }

    @Override
    @WithTransaction
    public Uni<Void> signedOut(ClientSession session) {
        return clients.find(session.clientId().toString())
                .chain(client -> client.filter(known -> known.backChannelLogoutUri() != null)
                        .map(known -> persistAndFlush(row(session)).replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private NoticeRow row(ClientSession session) {
        NoticeRow row = new NoticeRow();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.clientId = session.clientId();
        row.accountId = session.accountId();
        row.sessionId = session.id();
        row.createdAt = clock.instant();
        row.nextAttemptAt = row.createdAt;
        return row;
    }

    /**
     * Something to tell, claimed by this replica until its next attempt is due.
     *
     * @param attempt the number of this attempt, from 1
     */
    record Notice(UUID id, UUID clientId, UUID accountId, UUID sessionId, int attempt) {

        LogoutToken token() {
            return new LogoutToken(id, clientId.toString(), accountId, sessionId);
        }
    }

    /** What is due now; no other replica gets the same. */
    @WithTransaction
    Uni<List<Notice>> claim() {
        Instant now = clock.instant();
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select * from logout_notice where next_attempt_at <= :now"
                                        + " order by next_attempt_at limit :most for update skip locked",
                                NoticeRow.class)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .setParameter("most", AT_ONCE)
                        .getResultList())
                .call(rows -> {
                    rows.forEach(row -> {
                        row.attempts++;
                        row.nextAttemptAt = now.plus(pause(row.attempts));
                    });
                    return flush();
                })
                .map(rows -> rows.stream()
                        .map(row -> new Notice(row.id, row.clientId, row.accountId, row.sessionId, row.attempts))
                        .toList());
    }

    /** Longer than the patience with one answer, so that nothing is told twice at the same time. */
    private Duration pause(int attempts) {
        return config.patience().plus(config.firstPause().multipliedBy(1L << Math.min(attempts - 1, 12)));
    }

    /** It was heard, or never will be. */
    @WithTransaction
    Uni<Void> done(UUID id) {
        return delete("id", id).replaceWithVoid();
    }
}
