package org.ectsuite.auth.session;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.MergerPart;
import org.ectsuite.auth.revocation.RevocationLedger;

/**
 * Browsers stay signed in when their account goes into another, unless that one wants a second factor. Clients do not: they
 * know the person by an id that is no more (OpenID Connect Core section 12.2).
 */
@ApplicationScoped
class SessionMerger implements MergerPart {

    private final SessionRepository repository;
    private final Sessions sessions;
    private final RevocationLedger revocations;

    SessionMerger(SessionRepository repository, Sessions sessions, RevocationLedger revocations) {
        this.repository = repository;
        this.sessions = sessions;
        this.revocations = revocations;
    }

    @Override
    @WithTransaction
    public Uni<Void> move(AccountView from, AccountView into, boolean unproven) {
        return unproven
                ? sessions.endAll(from.id(), EndReason.REVOKED, null)
                : sessions.endClients(from.id(), EndReason.REVOKED).chain(() -> moveBrowsers(from.id(), into.id()));
    }

    private Uni<Void> moveBrowsers(UUID from, UUID into) {
        return repository
                .list("accountId = ?1 and clientId is null and endedAt is null", from)
                .chain(open -> {
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (SessionRow session : open) {
                        session.accountId = into;
                        all = all.chain(() -> revocations.revokeSessionUntilNow(session.id));
                    }
                    return all;
                })
                .chain(repository::flush);
    }
}
