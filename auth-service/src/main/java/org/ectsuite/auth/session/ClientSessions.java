package org.ectsuite.auth.session;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.account.Role;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.token.AccessTokenIssuer;
import org.ectsuite.auth.token.TokenSubject;
import org.jspecify.annotations.Nullable;

/**
 * What people let clients do: a session each, with tokens of its own, that ends by itself, with the browser's session it
 * sprang from, or when its person, its client or an administrator says so.
 */
@ApplicationScoped
public class ClientSessions {

    /** With this scope a client acts in the suite for the person. */
    private static final String ACTING = "ect";
    /** Where administration is done; no client gets there. */
    private static final String ADMINISTRATION = "auth-service";

    private final SessionRepository sessions;
    private final RefreshTokens tokens;
    private final SessionEnds ends;
    private final Accounts accounts;
    private final AccessTokenIssuer issuer;
    private final SessionWatchers watchers;
    private final AuditTrail audit;
    private final Clock clock;

    ClientSessions(
            SessionRepository sessions,
            RefreshTokens tokens,
            SessionEnds ends,
            Accounts accounts,
            AccessTokenIssuer issuer,
            SessionWatchers watchers,
            AuditTrail audit,
            Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.ends = ends;
        this.accounts = accounts;
        this.issuer = issuer;
        this.watchers = watchers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a person has agreed to, in a browser.
     *
     * @param parentId the browser's session
     * @param audiences the services that the client's tokens may be for
     * @param refreshable whether the client gets a refresh token
     */
    public record Permission(
            UUID clientId, UUID parentId, List<String> scopes, Collection<String> audiences, boolean refreshable) {}

    /** Lets a client in; empty if the person has signed out meanwhile. */
    @WithTransaction
    public Uni<Optional<ClientTokens>> open(Permission permission, Client client) {
        return sessions.findById(permission.parentId(), LockModeType.PESSIMISTIC_WRITE)
                .chain(parent -> parent == null || !parent.alive(clock.instant())
                        ? Uni.createFrom().item(Optional.<ClientTokens>empty())
                        : open(permission, parent, client).map(Optional::of));
    }

    private Uni<ClientTokens> open(Permission permission, SessionRow parent, Client client) {
        Instant now = clock.instant();
        SessionRow session = new SessionRow();
        session.id = UuidCreator.getTimeOrderedEpoch();
        session.accountId = parent.accountId;
        session.parentId = parent.id;
        session.method = parent.method;
        session.signedInAt = parent.signedInAt;
        session.clientId = permission.clientId();
        session.scopes = String.join(" ", permission.scopes());
        session.audiences = String.join(" ", audiences(permission));
        session.clientAddress = client.address();
        session.userAgent = client.userAgent();
        session.createdAt = now;
        session.lastUsedAt = now;
        session.expiresAt = now.plus(tokens.policy().absoluteLife());
        // Without a refresh token nothing could show that it is used.
        session.idleUntil =
                permission.refreshable() ? tokens.policy().idleUntil(now, session.expiresAt) : session.expiresAt;
        return sessions.persistAndFlush(session)
                .chain(() -> permission.refreshable()
                        ? tokens.begin(session).map(Optional::of)
                        : Uni.createFrom().item(Optional.<OpaqueToken>empty()))
                .chain(refresh -> accounts.get(session.accountId)
                        .call(account -> audit.record(AuditEntry.of("session.opened", "session", session.id.toString())
                                .actor(actor(account, session))
                                .after(java.util.Map.of("scopes", permission.scopes()))))
                        .map(account -> given(session, account, refresh, permission.scopes())));
    }

    private static List<String> audiences(Permission permission) {
        return permission.scopes().contains(ACTING)
                ? permission.audiences().stream()
                        .filter(audience -> !audience.equals(ADMINISTRATION))
                        .sorted()
                        .toList()
                : List.of();
    }

    /**
     * New tokens for a client's refresh token, if it is good.
     *
     * @param allowed the scopes that the client may have at all, nowadays
     * @param wanted fewer scopes than the person has agreed to; null for all
     */
    @WithTransaction
    public Uni<ClientRenewal> renew(
            OpaqueToken presented,
            UUID clientId,
            Collection<String> allowed,
            @Nullable List<String> wanted,
            Client client) {
        return tokens.lockedSessionOf(presented)
                .chain(found -> found.filter(session -> clientId.equals(session.clientId))
                        .map(session -> renew(session, presented, allowed, wanted, client))
                        .orElseGet(() -> Uni.createFrom().item(new ClientRenewal.NoSession())));
    }

    private Uni<ClientRenewal> renew(
            SessionRow session,
            OpaqueToken presented,
            Collection<String> allowed,
            @Nullable List<String> wanted,
            Client client) {
        List<String> agreed = ClientSession.of(session).scopes();
        if (wanted != null && !agreed.containsAll(wanted)) {
            return Uni.createFrom().item(new ClientRenewal.TooMuch());
        }
        List<String> scopes = (wanted == null ? agreed : wanted)
                .stream().filter(allowed::contains).toList();
        return tokens.use(session, presented, client).chain(use -> switch (use) {
            case RefreshTokens.Use.Good(OpaqueToken successor) ->
                accounts.get(session.accountId)
                        .map(account ->
                                new ClientRenewal.Renewed(given(session, account, Optional.of(successor), scopes)));
            case RefreshTokens.Use.Over() -> Uni.createFrom().item(new ClientRenewal.NoSession());
            case RefreshTokens.Use.Reused() ->
                end(session, EndReason.REUSE)
                        .chain(() -> accounts.get(session.accountId))
                        .chain(watchers::reused)
                        .replaceWith(new ClientRenewal.Reused());
        });
    }

    private ClientTokens given(
            SessionRow row, AccountView account, Optional<OpaqueToken> refresh, List<String> scopes) {
        ClientSession session = ClientSession.of(row);
        boolean acting = scopes.contains(ACTING);
        TokenSubject.Delegate delegate = new TokenSubject.Delegate(
                account.id(),
                session.id(),
                session.clientId().toString(),
                scopes,
                acting ? session.audiences() : List.of(),
                acting ? bounded(account.role()) : null,
                account.name(),
                account.callsign(),
                session.signedInAt(),
                session.method().amr());
        return new ClientTokens(session, account, issuer.issue(delegate), refresh, scopes);
    }

    private static Role bounded(Role role) {
        return role == Role.ADMIN ? Role.NCS : role;
    }

    /** The session of this id, unless it is over. */
    @WithTransaction
    public Uni<Optional<ClientSession>> find(UUID id) {
        return sessions.findById(id)
                .map(session -> Optional.ofNullable(session)
                        .filter(found -> found.clientId != null && found.alive(clock.instant()))
                        .map(ClientSession::of));
    }

    /** The session that a refresh token belongs to, if the token can still be used. */
    @WithTransaction
    public Uni<Optional<ClientSession>> behind(OpaqueToken refresh) {
        return tokens.currentSessionOf(refresh)
                .map(found -> found.filter(session -> session.clientId != null && session.alive(clock.instant()))
                        .map(ClientSession::of));
    }

    /** Ends the session that a refresh token belongs to, if it is this client's. */
    @WithTransaction
    public Uni<Void> end(OpaqueToken refresh, UUID clientId, EndReason reason) {
        return tokens.lockedSessionOf(refresh)
                .chain(found -> found.filter(session -> clientId.equals(session.clientId))
                        .map(session -> end(session, reason))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Ends a client's session; an ended one stays ended. */
    @WithTransaction
    public Uni<Void> end(UUID id, EndReason reason) {
        return sessions.findById(id, LockModeType.PESSIMISTIC_WRITE)
                .chain(session -> session == null ? Uni.createFrom().voidItem() : end(session, reason));
    }

    /** Ends everything that a client was given. */
    @WithTransaction
    public Uni<Void> endAllOfClient(UUID clientId) {
        return endAll("clientId = ?1 and endedAt is null order by id", EndReason.REVOKED, clientId);
    }

    /** Ends everything that a person has let a client do. */
    @WithTransaction
    public Uni<Void> endAllOfClient(UUID clientId, UUID accountId) {
        return endAll(
                "clientId = ?1 and accountId = ?2 and endedAt is null order by id",
                EndReason.REVOKED,
                clientId,
                accountId);
    }

    private Uni<Void> endAll(String which, EndReason reason, Object... parameters) {
        return sessions.find(which, parameters)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .chain(open -> {
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (SessionRow session : open) {
                        all = all.chain(() -> ends.endQuietly(session, reason, null));
                    }
                    return all;
                });
    }

    private Uni<Void> end(SessionRow session, EndReason reason) {
        return accounts.get(session.accountId)
                .chain(account -> ends.endQuietly(session, reason, actor(account, session)));
    }

    private static AuditActor actor(AccountView account, SessionRow session) {
        return AuditActor.person(
                account.id().toString(), account.name(), account.callsign(), String.valueOf(session.clientId));
    }
}
