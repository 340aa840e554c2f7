package org.ectsuite.auth.signin;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.account.Ban;
import org.ectsuite.auth.factor.FactorVerdict;
import org.ectsuite.auth.factor.Factors;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.opaque.OpaqueTokens;
import org.ectsuite.auth.session.BrowserSession;
import org.ectsuite.auth.session.Client;
import org.ectsuite.auth.session.Factor;
import org.ectsuite.auth.session.Method;
import org.ectsuite.auth.session.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * The second step of a sign-in: somebody has shown who he is, but not yet the second factor. And the same step alone, when
 * somebody who is signed in shows the factor again.
 */
@ApplicationScoped
class SecondSteps {

    static final Duration LIFE = Duration.ofMinutes(10);

    private final PendingSignInRepository pending;
    private final Factors factors;
    private final Accounts accounts;
    private final Sessions sessions;
    private final OpaqueTokens secrets;
    private final AuditTrail audit;
    private final Clock clock;

    SecondSteps(
            PendingSignInRepository pending,
            Factors factors,
            Accounts accounts,
            Sessions sessions,
            OpaqueTokens secrets,
            AuditTrail audit,
            Clock clock) {
        this.pending = pending;
        this.factors = factors;
        this.accounts = accounts;
        this.sessions = sessions;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /** Lets a sign-in wait for the second factor; what it gives is for the browser's cookie. */
    @WithTransaction
    Uni<OpaqueToken> await(AccountView account, Method method, Continuation continuation) {
        Instant now = clock.instant();
        OpaqueToken token = secrets.next();
        PendingSignIn row = new PendingSignIn();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.accountId = account.id();
        row.tokenHash = token.hash();
        row.method = method;
        row.continuation = continuation.path();
        row.createdAt = now;
        row.expiresAt = now.plus(LIFE);
        return pending.persistAndFlush(row)
                .chain(() -> audit.record(
                        AuditEntry.of("sign-in.pending", "account", account.id().toString())
                                .actor(actor(account))))
                .replaceWith(token);
    }

    /** Whether a sign-in waits behind this token; reads only. */
    @WithTransaction
    Uni<Boolean> waits(OpaqueToken token) {
        return pending.count("tokenHash = ?1 and expiresAt > ?2", token.hash(), clock.instant())
                .map(count -> count > 0);
    }

    /** Completes a sign-in. */
    @WithTransaction
    Uni<SecondStep> complete(OpaqueToken token, @Nullable String typed, Client client, Optional<OpaqueToken> earlier) {
        return pending.find("tokenHash = ?1 and expiresAt > ?2", token.hash(), clock.instant())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .chain(row -> row == null ? over() : complete(row, typed, client, earlier));
    }

    private Uni<SecondStep> complete(
            PendingSignIn row, @Nullable String typed, Client client, Optional<OpaqueToken> earlier) {
        return accounts.get(row.accountId)
                .chain(account -> factors.verify(account.id(), typed).chain(verdict -> switch (verdict) {
                    case FactorVerdict.Accepted accepted -> enter(row, account, accepted.factor(), client, earlier);
                    case FactorVerdict.Wrong ignored -> step(new SecondStep.Wrong());
                    case FactorVerdict.Paused paused -> step(new SecondStep.Paused(paused.rest()));
                }));
    }

    private Uni<SecondStep> enter(
            PendingSignIn row, AccountView account, Factor factor, Client client, Optional<OpaqueToken> earlier) {
        Ban ban = account.ban();
        Uni<Void> used = pending.delete(row).chain(pending::flush);
        if (ban != null && ban.inForce(clock.instant())) {
            return used.chain(() -> step(new SecondStep.Suspended(ban)));
        }
        return used.chain(() -> sessions.open(account, row.method, factor, client))
                .call(opened -> earlier.map(refresh -> sessions.replace(refresh, opened, account.id()))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(session -> new SecondStep.SignedIn(session, new Continuation(row.continuation)));
    }

    /** Whether somebody who is signed in has a factor to show; empty if nobody is signed in in this browser. */
    @WithTransaction
    Uni<Optional<Boolean>> canStepUp(Optional<OpaqueToken> browser) {
        return present(browser)
                .chain(session -> session.isEmpty()
                        ? Uni.createFrom().item(Optional.<Boolean>empty())
                        : factors.has(session.get().accountId()).map(Optional::of));
    }

    /** Shows the factor again in a session that goes on. */
    @WithTransaction
    Uni<SecondStep> stepUp(Optional<OpaqueToken> browser, @Nullable String typed) {
        return present(browser).chain(session -> session.isEmpty() ? over() : stepUp(session.get(), typed));
    }

    private Uni<SecondStep> stepUp(BrowserSession session, @Nullable String typed) {
        return factors.has(session.accountId())
                .chain(has -> !has
                        ? over()
                        : factors.verify(session.accountId(), typed).chain(verdict -> switch (verdict) {
                            case FactorVerdict.Accepted accepted ->
                                sessions.showed(session.id(), accepted.factor())
                                        .chain(() -> accounts.get(session.accountId()))
                                        .chain(account -> audit.record(AuditEntry.of(
                                                        "session.stepped-up",
                                                        "session",
                                                        session.id().toString())
                                                .after(Map.of("factor", accepted.factor()))
                                                .actor(actor(account))))
                                        .chain(() -> step(new SecondStep.SteppedUp()));
                            case FactorVerdict.Wrong ignored -> step(new SecondStep.Wrong());
                            case FactorVerdict.Paused paused -> step(new SecondStep.Paused(paused.rest()));
                        }));
    }

    private Uni<Optional<BrowserSession>> present(Optional<OpaqueToken> browser) {
        return browser.map(sessions::behind).orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static Uni<SecondStep> over() {
        return step(new SecondStep.Over());
    }

    private static Uni<SecondStep> step(SecondStep step) {
        return Uni.createFrom().item(step);
    }

    /** What waits no longer goes. */
    @Scheduled(
            identity = "pending-sign-ins-clean-up",
            every = "10m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> cleanUp() {
        return pending.delete("expiresAt <= ?1", clock.instant()).replaceWithVoid();
    }

    private static AuditActor actor(AccountView account) {
        UUID id = account.id();
        @Nullable String name = account.name().isEmpty() ? null : account.name();
        return AuditActor.person(id.toString(), name, account.callsign(), "web");
    }
}
