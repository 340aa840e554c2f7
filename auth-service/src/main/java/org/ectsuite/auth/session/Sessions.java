package org.ectsuite.auth.session;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.opaque.OpaqueTokens;
import org.ectsuite.auth.revocation.RevocationLedger;
import org.ectsuite.auth.token.AccessTokenIssuer;
import org.ectsuite.auth.token.TokenSubject;
import org.ectsuite.secrets.SecretBox;
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
    private final RefreshTokenRepository tokens;
    private final Accounts accounts;
    private final RevocationLedger revocations;
    private final AccessTokenIssuer issuer;
    private final OpaqueTokens secrets;
    private final SecretBox box;
    private final AuditTrail audit;
    private final RefreshPolicy policy;
    private final Clock clock;

    Sessions(
            SessionRepository sessions,
            RefreshTokenRepository tokens,
            Accounts accounts,
            RevocationLedger revocations,
            AccessTokenIssuer issuer,
            OpaqueTokens secrets,
            SecretBox box,
            AuditTrail audit,
            SessionConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.accounts = accounts;
        this.revocations = revocations;
        this.issuer = issuer;
        this.secrets = secrets;
        this.box = box;
        this.audit = audit;
        this.policy = new RefreshPolicy(config.idleLife(), config.absoluteLife(), config.grace());
        this.clock = clock;
    }

    /** Begins a session of somebody who has just shown who he is. */
    @WithTransaction
    public Uni<OpenedSession> open(AccountView account, Method method, Client client) {
        Instant now = clock.instant();
        SessionRow session = new SessionRow();
        session.id = UuidCreator.getTimeOrderedEpoch();
        session.accountId = account.id();
        session.method = method;
        session.clientAddress = client.address();
        session.userAgent = client.userAgent();
        session.createdAt = now;
        session.lastUsedAt = now;
        session.expiresAt = now.plus(policy.absoluteLife());
        session.idleUntil = policy.idleUntil(now, session.expiresAt);
        OpaqueToken refresh = secrets.next();
        return sessions.persistAndFlush(session)
                .chain(() -> tokens.persistAndFlush(row(UuidCreator.getTimeOrderedEpoch(), session.id, refresh, now)))
                .chain(() -> accounts.seen(account.id()))
                .chain(() -> audit.record(AuditEntry.of("session.opened", "session", session.id.toString())
                        .actor(actor(account))))
                .replaceWith(() -> new OpenedSession(session.id, refresh, session.idleUntil));
    }

    /** New tokens for a refresh token, if it is good. */
    @WithTransaction
    Uni<Renewal> renew(OpaqueToken presented, Client client) {
        return lockedSessionOf(presented)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(new Renewal.NoSession())
                        : family(found.get(), presented).chain(family -> renew(family, client)));
    }

    private Uni<Renewal> renew(Family family, Client client) {
        Instant now = clock.instant();
        SessionRow session = family.session();
        RefreshTokenRow token = family.presented();
        RefreshPolicy.Verdict verdict = policy.judge(
                new RefreshPolicy.Session(session.idleUntil, session.expiresAt, session.endedAt != null),
                new RefreshPolicy.Presented(
                        token.rotatedAt,
                        family.current() != null && Objects.equals(token.successorId, family.current().id),
                        session.userAgent.equals(client.userAgent())),
                now);
        return switch (verdict) {
            case ROTATE ->
                account(session)
                        .chain(account -> rotate(session, token, client, now)
                                .map(successor -> renewed(account, session, successor)));
            case REPEAT -> account(session).map(account -> renewed(account, session, successorOf(token)));
            case OVER -> Uni.createFrom().item(new Renewal.NoSession());
            case REUSED ->
                account(session)
                        .chain(account -> end(session, EndReason.REUSE, actor(account)))
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
                session.createdAt,
                session.method.amr());
        return new Renewal.Renewed(issuer.issue(person), refresh, session.idleUntil);
    }

    private Uni<OpaqueToken> rotate(SessionRow session, RefreshTokenRow token, Client client, Instant now) {
        OpaqueToken successor = secrets.next();
        UUID successorId = UuidCreator.getTimeOrderedEpoch();
        token.rotatedAt = now;
        token.successorId = successorId;
        token.successorSealed = box.seal(successor.text().getBytes(StandardCharsets.US_ASCII), context(successorId));
        session.lastUsedAt = now;
        session.idleUntil = policy.idleUntil(now, session.expiresAt);
        session.clientAddress = client.address();
        session.userAgent = client.userAgent();
        // The parent first: the database refuses a second current token.
        return tokens.flush()
                .chain(() -> tokens.persistAndFlush(row(successorId, session.id, successor, now)))
                .chain(() -> tokens.update("successorSealed = null where successorId = ?1", token.id))
                .chain(() -> accounts.seen(session.accountId))
                .replaceWith(successor);
    }

    private OpaqueToken successorOf(RefreshTokenRow token) {
        byte[] sealed = token.successorSealed;
        UUID successorId = token.successorId;
        if (sealed == null || successorId == null) {
            throw new IllegalStateException("A token within its grace has lost its successor");
        }
        return OpaqueToken.parse(new String(box.open(sealed, context(successorId)), StandardCharsets.US_ASCII))
                .orElseThrow();
    }

    /** Ends the session that a refresh token belongs to; an unknown one is none. */
    @WithTransaction
    public Uni<Void> end(OpaqueToken presented, EndReason reason) {
        return lockedSessionOf(presented)
                .chain(found -> found.isEmpty() || found.get().endedAt != null
                        ? Uni.createFrom().voidItem()
                        : account(found.get()).chain(account -> end(found.get(), reason, actor(account))));
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

    private Uni<Void> endEach(String which, EndReason reason, @Nullable AuditActor actor, Object... parameters) {
        return sessions.find(which, parameters)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .chain(open -> {
                    Uni<Void> ends = Uni.createFrom().voidItem();
                    for (SessionRow session : open) {
                        ends = ends.chain(() -> end(session, reason, actor));
                    }
                    return ends;
                });
    }

    /** The living sessions of an account, the one used last first. */
    @WithTransaction
    Uni<List<OwnSession>> list(UUID accountId, UUID current) {
        Instant now = clock.instant();
        return sessions.list(
                        "accountId = ?1 and endedAt is null and idleUntil > ?2 order by lastUsedAt desc, id desc",
                        accountId,
                        now)
                .map(rows ->
                        rows.stream().map(row -> OwnSession.of(row, current)).toList());
    }

    /** Ends one session of its owner; not found if it is somebody else's, or over. */
    @WithTransaction
    Uni<Void> revoke(UUID accountId, UUID sessionId) {
        return sessions.find("id = ?1 and accountId = ?2 and endedAt is null", sessionId, accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("There is no such session."))
                .chain(session -> end(session, EndReason.REVOKED, null));
    }

    /** Ends all sessions of an account but one; the caller did it. */
    @WithTransaction
    public Uni<Void> endOthers(UUID accountId, UUID kept, EndReason reason) {
        return endEach("accountId = ?1 and endedAt is null and id <> ?2 order by id", reason, null, accountId, kept);
    }

    private Uni<Void> end(SessionRow session, EndReason reason, @Nullable AuditActor actor) {
        session.end(reason, clock.instant());
        AuditEntry entry = AuditEntry.of("session.ended", "session", session.id.toString())
                .after(java.util.Map.of("reason", reason));
        return sessions.flush()
                .chain(() -> revocations.revokeSession(session.id))
                .chain(() -> audit.record(actor == null ? entry : entry.actor(actor)));
    }

    /** The session first, then its tokens: two renewals of one family come one after the other. */
    private Uni<Optional<SessionRow>> lockedSessionOf(OpaqueToken presented) {
        return tokens.find("select sessionId from RefreshTokenRow where tokenHash = ?1", presented.hash())
                .project(UUID.class)
                .firstResult()
                .chain(id -> id == null
                        ? Uni.createFrom().item(Optional.<SessionRow>empty())
                        : sessions.findById(id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable));
    }

    private Uni<Family> family(SessionRow session, OpaqueToken presented) {
        return tokens.list("sessionId = ?1 and (rotatedAt is null or tokenHash = ?2)", session.id, presented.hash())
                .map(rows -> Family.of(session, rows, presented.hash()));
    }

    /**
     * A session with the two tokens of interest.
     *
     * @param current null once the session has none left
     */
    private record Family(
            SessionRow session,
            RefreshTokenRow presented,
            @Nullable RefreshTokenRow current) {

        static Family of(SessionRow session, List<RefreshTokenRow> rows, byte[] hash) {
            RefreshTokenRow presented = rows.stream()
                    .filter(row -> java.util.Arrays.equals(row.tokenHash, hash))
                    .findFirst()
                    .orElseThrow();
            RefreshTokenRow current = rows.stream()
                    .filter(row -> row.rotatedAt == null)
                    .findFirst()
                    .orElse(null);
            return new Family(session, presented, current);
        }
    }

    private static RefreshTokenRow row(UUID id, UUID sessionId, OpaqueToken token, Instant now) {
        RefreshTokenRow row = new RefreshTokenRow();
        row.id = id;
        row.sessionId = sessionId;
        row.tokenHash = token.hash();
        row.createdAt = now;
        return row;
    }

    private static AuditActor actor(AccountView account) {
        return AuditActor.person(account.id().toString(), account.name(), account.callsign(), "web");
    }

    private static String context(UUID tokenId) {
        return "refresh-token:" + tokenId;
    }
}
