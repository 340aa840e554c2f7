package org.ectsuite.auth.session;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.opaque.OpaqueTokens;
import org.ectsuite.auth.token.AccessTokenIssuer;
import org.ectsuite.auth.token.TokenSubject;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Sign-ins in browsers. A session is one family of refresh tokens: each is used once, and yields its successor.
 *
 * <p>Beginning and end of a session are audited; the renewal every few minutes in between is not.
 */
@ApplicationScoped
public class Sessions {

    private final SessionRepository sessions;
    private final RefreshTokens tokens;
    private final SessionEnds ends;
    private final Accounts accounts;
    private final AccessTokenIssuer issuer;
    private final OpaqueTokens secrets;
    private final SessionWatchers watchers;
    private final AuditTrail audit;
    private final FactorKinds kinds;
    private final Clock clock;

    Sessions(
            SessionRepository sessions,
            RefreshTokens tokens,
            SessionEnds ends,
            Accounts accounts,
            AccessTokenIssuer issuer,
            OpaqueTokens secrets,
            SessionWatchers watchers,
            AuditTrail audit,
            FactorKinds kinds,
            Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.ends = ends;
        this.accounts = accounts;
        this.issuer = issuer;
        this.secrets = secrets;
        this.watchers = watchers;
        this.audit = audit;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * Begins a session of somebody who has just shown who he is.
     *
     * @param factor shown besides; null for accounts without one
     */
    @WithTransaction
    public Uni<OpenedSession> open(AccountView account, Method method, @Nullable Factor factor, Client client) {
        return begin(account, method, factor, client, tokens.policy().absoluteLife());
    }

    /**
     * Begins a session that lasts no longer than this, whatever its owner does.
     *
     * @param factor shown besides; null for accounts without one
     */
    @WithTransaction
    public Uni<OpenedSession> open(
            AccountView account, Method method, @Nullable Factor factor, Client client, Duration longest) {
        return begin(account, method, factor, client, longest);
    }

    private Uni<OpenedSession> begin(
            AccountView account, Method method, @Nullable Factor factor, Client client, Duration longest) {
        Instant now = clock.instant();
        SessionRow session = new SessionRow();
        session.id = UuidCreator.getTimeOrderedEpoch();
        session.accountId = account.id();
        session.method = method;
        session.factor = factor;
        session.factorAt = factor == null ? null : now;
        session.clientAddress = client.address();
        session.userAgent = client.userAgent();
        session.createdAt = now;
        session.lastUsedAt = now;
        session.signedInAt = now;
        session.expiresAt = now.plus(longest);
        session.idleUntil = tokens.policy().idleUntil(now, session.expiresAt);
        OpaqueToken browser = secrets.next();
        session.browserHash = browser.hash();
        return due(account.id(), factor)
                .invoke(due -> session.factorDue = due)
                .chain(() -> sessions.userAgents(account.id()))
                .call(earlier -> KnownDevices.isNew(client.userAgent(), earlier)
                        ? watchers.newDevice(account)
                        : Uni.createFrom().voidItem())
                .chain(() -> sessions.persistAndFlush(session))
                .chain(() -> tokens.begin(session))
                .call(() -> accounts.seen(account.id()))
                .call(() -> audit.record(AuditEntry.of("session.opened", "session", session.id.toString())
                        .actor(actor(account))))
                .map(refresh -> new OpenedSession(session.id, refresh, browser, session.idleUntil, session.expiresAt));
    }

    /** Who is signed in in the browser that holds this cookie. */
    @WithTransaction
    public Uni<Optional<BrowserSession>> behind(OpaqueToken browser) {
        return sessions.find("browserHash", (Object) browser.hash())
                .firstResult()
                .map(session -> Optional.ofNullable(session)
                        .filter(found -> found.alive(clock.instant()))
                        .map(BrowserSession::of));
    }

    /** New tokens for a refresh token, if it is good. */
    @WithTransaction
    Uni<Renewal> renew(OpaqueToken presented, Client client) {
        return tokens.lockedSessionOf(presented)
                .chain(found -> found.filter(session -> session.clientId == null)
                        .map(session -> tokens.use(session, presented, client).chain(use -> renewal(session, use)))
                        .orElseGet(() -> Uni.createFrom().item(new Renewal.NoSession())));
    }

    private Uni<Renewal> renewal(SessionRow session, RefreshTokens.Use use) {
        return switch (use) {
            case RefreshTokens.Use.Good(OpaqueToken successor) ->
                account(session).map(account -> renewed(account, session, successor));
            case RefreshTokens.Use.Over() -> Uni.createFrom().item(new Renewal.NoSession());
            case RefreshTokens.Use.Reused() ->
                account(session)
                        .chain(account -> ends.end(session, EndReason.REUSE, actor(account))
                                .chain(() -> watchers.reused(account)))
                        .replaceWith(new Renewal.Reused());
        };
    }

    private Uni<AccountView> account(SessionRow session) {
        return accounts.get(session.accountId);
    }

    private Renewal renewed(AccountView account, SessionRow session, OpaqueToken refresh) {
        TokenSubject.Person person = new TokenSubject.Person(
                account.id(),
                session.id,
                account.role(),
                account.name(),
                account.callsign(),
                session.provenAt(),
                session.assurance(),
                session.methods());
        return new Renewal.Renewed(issuer.issue(person), refresh, session.idleUntil);
    }

    /** Ends the session that a refresh token belongs to; an unknown one is none. */
    @WithTransaction
    public Uni<Void> end(OpaqueToken presented, EndReason reason) {
        return tokens.lockedSessionOf(presented)
                .chain(found -> found.filter(session -> session.clientId == null)
                        .map(session -> account(session).chain(account -> ends.end(session, reason, actor(account))))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Ends the session of a browser; an ended one stays ended. */
    @WithTransaction
    public Uni<Void> end(UUID id, EndReason reason) {
        return sessions.findById(id, LockModeType.PESSIMISTIC_WRITE)
                .chain(session -> session == null
                        ? Uni.createFrom().voidItem()
                        : account(session).chain(account -> ends.end(session, reason, actor(account))));
    }

    /**
     * Ends the session that a browser had before its owner showed himself anew. If it was his own, the clients that he
     * let in stay.
     */
    @WithTransaction
    public Uni<Void> replace(OpaqueToken earlier, OpenedSession later, UUID accountId) {
        return tokens.lockedSessionOf(earlier)
                .chain(found -> found.filter(session -> session.clientId == null)
                        .map(session -> ends.replace(session, later.id(), accountId)
                                .chain(() -> account(session))
                                .chain(account -> ends.end(session, EndReason.REPLACED, actor(account))))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /**
     * The same for a browser that is known by its other cookie: the refresh token does not come along from a provider's
     * site.
     */
    @WithTransaction
    public Uni<Void> replaceBehind(OpaqueToken browser, OpenedSession later, UUID accountId) {
        return sessions.find("browserHash = ?1 and clientId is null", (Object) browser.hash())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .chain(session -> session == null
                        ? Uni.createFrom().voidItem()
                        : ends.replace(session, later.id(), accountId)
                                .chain(() -> account(session))
                                .chain(account -> ends.end(session, EndReason.REPLACED, actor(account))));
    }

    /**
     * Ends all sessions of an account.
     *
     * @param actor who did it; null: the caller
     */
    @WithTransaction
    public Uni<Void> endAll(UUID accountId, EndReason reason, @Nullable AuditActor actor) {
        return endEach("accountId = ?1 and endedAt is null order by id", reason, actor, accountId);
    }

    /** Ends what the owner of an account has let clients do; the caller did it. */
    @WithTransaction
    Uni<Void> endClients(UUID accountId, EndReason reason) {
        return endEach(
                "accountId = ?1 and clientId is not null and endedAt is null order by id", reason, null, accountId);
    }

    private Uni<Void> endEach(String which, EndReason reason, @Nullable AuditActor actor, Object... parameters) {
        return sessions.find(which, parameters)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .chain(open -> {
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (SessionRow session : open) {
                        all = all.chain(() -> ends.end(session, reason, actor));
                    }
                    return all;
                });
    }

    /** Whose session it is, if it is still known. */
    @WithTransaction
    public Uni<Optional<UUID>> owner(UUID sessionId) {
        return sessions.findById(sessionId)
                .map(session -> Optional.ofNullable(session).map(found -> found.accountId));
    }

    /** Whether somebody has a factor and has shown none. */
    private Uni<Boolean> due(UUID accountId, @Nullable Factor factor) {
        return factor == null ? kinds.heldBy(accountId) : Uni.createFrom().item(false);
    }

    /** What the owner of a session has shown of himself. */
    @WithTransaction
    public Uni<Evidence> evidence(UUID sessionId) {
        return sessions.findById(sessionId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("There is no such session."))
                .map(session -> new Evidence(session.accountId, session.provenAt(), session.factorDue));
    }

    /** Notes that the owner of a session has shown a factor now. */
    @WithTransaction
    public Uni<Void> showed(UUID sessionId, Factor factor) {
        return sessions.findById(sessionId, LockModeType.PESSIMISTIC_WRITE)
                .invoke(session -> {
                    session.factor = factor;
                    session.factorAt = clock.instant();
                    session.factorDue = false;
                })
                .chain(sessions::flush);
    }

    /** Notes that the owner of a session has removed a factor. If he has no other, what he showed is none any more. */
    @WithTransaction
    public Uni<Void> factorRemoved(UUID sessionId) {
        return sessions.findById(sessionId, LockModeType.PESSIMISTIC_WRITE)
                .chain(session -> due(session.accountId, null).invoke(other -> {
                    if (!other) {
                        session.factor = null;
                        session.factorAt = null;
                        session.factorDue = false;
                    }
                }))
                .chain(sessions::flush);
    }

    /** Notes that the owner of an account has a factor now, which he has not shown in sessions that know of none. */
    @WithTransaction
    public Uni<Void> factorAdded(UUID accountId) {
        return sessions.update(
                        "factorDue = true where accountId = ?1 and clientId is null and factor is null and endedAt is null",
                        accountId)
                .replaceWithVoid();
    }

    /** The living sessions of an account in browsers, the one used last first. */
    @WithTransaction
    Uni<List<OwnSession>> list(UUID accountId, UUID current) {
        Instant now = clock.instant();
        return sessions.list(
                        "accountId = ?1 and clientId is null and endedAt is null and idleUntil > ?2 order by lastUsedAt desc, id desc",
                        accountId,
                        now)
                .map(rows ->
                        rows.stream().map(row -> OwnSession.of(row, current)).toList());
    }

    /** Ends one session of its owner; not found if it is somebody else's, or over. */
    @WithTransaction
    Uni<Void> revoke(UUID accountId, UUID sessionId) {
        return sessions.find(
                        "id = ?1 and accountId = ?2 and clientId is null and endedAt is null", sessionId, accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("There is no such session."))
                .chain(session -> ends.end(session, EndReason.REVOKED, null));
    }

    /** Ends all sessions of an account in browsers but one, and with each its clients'; the caller did it. */
    @WithTransaction
    public Uni<Void> endOthers(UUID accountId, UUID kept, EndReason reason) {
        return endEach(
                "accountId = ?1 and clientId is null and endedAt is null and id <> ?2 order by id",
                reason,
                null,
                accountId,
                kept);
    }

    private static AuditActor actor(AccountView account) {
        return AuditActor.person(account.id().toString(), account.name(), account.callsign(), "web");
    }
}
