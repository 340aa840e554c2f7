package org.ectsuite.auth.erasure;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.access.AccessProblem;
import org.ectsuite.auth.access.Administrators;
import org.ectsuite.auth.account.AccountStatus;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.account.Closing;
import org.ectsuite.auth.account.MailboxTraces;
import org.ectsuite.auth.apikey.ApiKeyService;
import org.ectsuite.auth.factor.RecentProof;
import org.ectsuite.auth.notice.AccountEvent;
import org.ectsuite.auth.notice.AccountNotices;
import org.ectsuite.auth.revocation.RevocationLedger;
import org.ectsuite.auth.session.EndReason;
import org.ectsuite.auth.session.Sessions;
import org.ectsuite.webedge.problem.ProblemException;

/**
 * Forgets people who want to be forgotten, after some days in which they can think better of it. What they hold is gone then;
 * an empty row keeps their id for the logs, which keep callsigns, as the law on radio logs wants.
 */
@ApplicationScoped
class Erasures {

    private final ErasureRepository repository;
    private final Accounts accounts;
    private final Administrators administrators;
    private final Sessions sessions;
    private final ApiKeyService apiKeys;
    private final RecentProof proof;
    private final RevocationLedger revocations;
    private final List<MailboxTraces> traces;
    private final AccountNotices notices;
    private final AuditTrail audit;
    private final ErasureConfig config;
    private final Clock clock;

    Erasures(
            ErasureRepository repository,
            Accounts accounts,
            Administrators administrators,
            Sessions sessions,
            ApiKeyService apiKeys,
            RecentProof proof,
            RevocationLedger revocations,
            @All List<MailboxTraces> traces,
            AccountNotices notices,
            AuditTrail audit,
            ErasureConfig config,
            Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.administrators = administrators;
        this.sessions = sessions;
        this.apiKeys = apiKeys;
        this.proof = proof;
        this.revocations = revocations;
        this.traces = traces;
        this.notices = notices;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    @WithTransaction
    Uni<ErasureView> view(UUID accountId) {
        return stored(accountId);
    }

    private Uni<ErasureView> stored(UUID accountId) {
        return repository.findById(accountId).map(row -> row == null ? ErasureView.NONE : ErasureView.of(row));
    }

    /** Somebody wants to be forgotten, in a session in which he has shown himself lately. */
    @WithTransaction
    Uni<ErasureView> requestOwn(UUID accountId, UUID sessionId) {
        return proof.require(sessionId).chain(() -> begin(accountId));
    }

    /** Lets the time begin that is left to take it back; one that was asked for already goes on. */
    @WithTransaction
    Uni<ErasureView> request(UUID accountId) {
        return begin(accountId);
    }

    private Uni<ErasureView> begin(UUID accountId) {
        Instant now = clock.instant();
        return administrators
                .remainWithout(accountId)
                .chain(() -> accounts.get(accountId))
                .invoke(this::refuseGone)
                .chain(() -> repository.add(accountId, now, now.plus(config.patience())))
                .chain(added -> added ? announce(accountId) : Uni.createFrom().voidItem())
                .chain(() -> stored(accountId));
    }

    private void refuseGone(AccountView account) {
        AccountStatus status = account.status(clock.instant());
        if (status == AccountStatus.ERASED || status == AccountStatus.MERGED) {
            throw new ProblemException(AccessProblem.ACCOUNT_GONE, "There is nothing left to be erased.");
        }
    }

    private Uni<Void> announce(UUID accountId) {
        return notices.tell(accountId, AccountEvent.ERASURE_REQUESTED)
                .chain(() -> audit.record(entry("account.erasure-requested", accountId)));
    }

    /** Somebody has thought better of it. */
    @WithTransaction
    Uni<Void> cancel(UUID accountId) {
        return repository
                .findById(accountId, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("No erasure is under way."))
                .chain(row -> repository.delete("accountId", row.accountId))
                .chain(() -> audit.record(entry("account.erasure-cancelled", accountId)));
    }

    /** Those whose time has come. */
    @WithTransaction
    Uni<List<UUID>> due() {
        return repository.due(clock.instant());
    }

    /**
     * Erases an account, unless somebody took it back meanwhile.
     *
     * <p>Fails while it is the last administrator's; that one waits until there is another.
     */
    @WithTransaction
    Uni<Void> erase(UUID accountId) {
        Instant now = clock.instant();
        return repository
                .findById(accountId, LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> row == null || now.isBefore(row.dueAt)
                        ? Uni.createFrom().voidItem()
                        : administrators
                                .remainWithout(accountId)
                                .chain(() -> accounts.get(accountId))
                                .chain(this::erase));
    }

    private Uni<Void> erase(AccountView account) {
        UUID id = account.id();
        AuditActor actor = AuditActor.service("auth-service");
        return sessions.endAll(id, EndReason.BAN, actor)
                .chain(() -> apiKeys.revokeAll(id, actor))
                .chain(() -> revocations.revokeSubjectUntilNow(id))
                .chain(() -> forget(account))
                .chain(() -> accounts.empty(id, Closing.ERASURE))
                .chain(() -> audit.record(entry("account.erased", id)
                        .after(Map.of("status", AccountStatus.ERASED))
                        .actor(actor)));
    }

    private Uni<Void> forget(AccountView account) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (MailboxTraces feature : traces) {
            all = all.chain(() -> feature.forget(account.email()));
        }
        return all;
    }

    private static AuditEntry entry(String action, UUID accountId) {
        return AuditEntry.of(action, "account", accountId.toString());
    }
}
