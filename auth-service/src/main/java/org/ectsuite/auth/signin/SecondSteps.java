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
import org.ectsuite.auth.passkey.PasskeyVerdict;
import org.ectsuite.auth.passkey.Passkeys;
import org.ectsuite.auth.passkey.Purpose;
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
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Sessions sessions;
    private final OpaqueTokens secrets;
    private final AuditTrail audit;
    private final Clock clock;

    SecondSteps(
            PendingSignInRepository pending,
            Factors factors,
            Passkeys passkeys,
            Accounts accounts,
            Sessions sessions,
            OpaqueTokens secrets,
            AuditTrail audit,
            Clock clock) {
        this.pending = pending;
        this.factors = factors;
        this.passkeys = passkeys;
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

    /** What the sign-in behind this token waits for; empty if none waits. Reads only. */
    @WithTransaction
    Uni<Optional<Means>> waits(OpaqueToken token) {
        return pending.find("tokenHash = ?1 and expiresAt > ?2", token.hash(), clock.instant())
                .firstResult()
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.<Means>empty())
                        : means(row.accountId).map(Optional::of));
    }

    private Uni<Means> means(UUID accountId) {
        return factors.heldBy(accountId)
                .chain(codes -> passkeys.idsOf(accountId).map(ids -> new Means(codes, ids)));
    }

    /** Completes a sign-in. */
    @WithTransaction
    Uni<SecondStep> complete(OpaqueToken token, FactorProof proof, Client client, Optional<OpaqueToken> earlier) {
        return pending.find("tokenHash = ?1 and expiresAt > ?2", token.hash(), clock.instant())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .chain(row -> row == null ? over() : complete(row, proof, client, earlier));
    }

    private Uni<SecondStep> complete(
            PendingSignIn row, FactorProof proof, Client client, Optional<OpaqueToken> earlier) {
        return accounts.get(row.accountId)
                .chain(account -> verify(account.id(), proof).chain(verdict -> switch (verdict) {
                    case FactorVerdict.Accepted accepted -> enter(row, account, accepted.factor(), client, earlier);
                    case FactorVerdict.Wrong ignored -> step(new SecondStep.Wrong());
                    case FactorVerdict.Paused paused -> step(new SecondStep.Paused(paused.rest()));
                }));
    }

    private Uni<SecondStep> enter(
            PendingSignIn row, AccountView account, Factor factor, Client client, Optional<OpaqueToken> earlier) {
        Ban ban = account.ban();
        Uni<Void> used = pending.delete("id", row.id).chain(pending::flush);
        if (ban != null && ban.inForce(clock.instant())) {
            return used.chain(() -> step(new SecondStep.Suspended(ban)));
        }
        return used.chain(() -> sessions.open(account, row.method, factor, client))
                .call(opened -> earlier.map(refresh -> sessions.replace(refresh, opened, account.id()))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(session -> new SecondStep.SignedIn(session, new Continuation(row.continuation)));
    }

    /** What a factor is worth; a passkey is one if its authenticator verified its owner. */
    private Uni<FactorVerdict> verify(UUID accountId, FactorProof proof) {
        return switch (proof) {
            case FactorProof.Code code ->
                factors.heldBy(accountId)
                        .chain(has -> has
                                ? factors.verify(accountId, code.typed())
                                : Uni.createFrom().item(new FactorVerdict.Wrong()));
            case FactorProof.Passkey passkey ->
                passkeys.verify(passkey.answer(), Purpose.SECOND_FACTOR, passkey.holder(), accountId)
                        .map(verdict -> verdict instanceof PasskeyVerdict.Accepted accepted && accepted.verified()
                                ? new FactorVerdict.Accepted(Factor.PASSKEY)
                                : new FactorVerdict.Wrong());
        };
    }

    /** What somebody who is signed in can show; empty if nobody is signed in in this browser. */
    @WithTransaction
    Uni<Optional<Means>> canStepUp(Optional<OpaqueToken> browser) {
        return present(browser)
                .chain(session -> session.isEmpty()
                        ? Uni.createFrom().item(Optional.<Means>empty())
                        : means(session.get().accountId()).map(Optional::of));
    }

    /** Shows the factor again in a session that goes on. */
    @WithTransaction
    Uni<SecondStep> stepUp(Optional<OpaqueToken> browser, FactorProof proof) {
        return present(browser).chain(session -> session.isEmpty() ? over() : stepUp(session.get(), proof));
    }

    private Uni<SecondStep> stepUp(BrowserSession session, FactorProof proof) {
        return means(session.accountId())
                .chain(means -> !means.any()
                        ? over()
                        : verify(session.accountId(), proof).chain(verdict -> switch (verdict) {
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
