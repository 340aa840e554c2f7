package org.ectsuite.auth.session;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.revocation.RevocationLedger;
import org.jspecify.annotations.Nullable;

/**
 * Ends sessions, and with a browser's session those of the clients that were let in there; those with offline access go on
 * when somebody merely signs out (OpenID Connect Back-Channel Logout section 2.7).
 */
@ApplicationScoped
class SessionEnds {

    private final SessionRepository sessions;
    private final RevocationLedger revocations;
    private final List<SignOutListener> listeners;
    private final AuditTrail audit;
    private final Clock clock;

    SessionEnds(
            SessionRepository sessions,
            RevocationLedger revocations,
            @All List<SignOutListener> listeners,
            AuditTrail audit,
            Clock clock) {
        this.sessions = sessions;
        this.revocations = revocations;
        this.listeners = listeners;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Ends a client's session because of the client, which need not be told.
     *
     * @param actor who did it; null: the caller
     */
    Uni<Void> endQuietly(SessionRow session, EndReason reason, @Nullable AuditActor actor) {
        return session.endedAt == null
                ? stop(session, reason, actor)
                : Uni.createFrom().voidItem();
    }

    /**
     * Ends a session; an ended one stays as it is. Clients hear of it.
     *
     * @param actor who did it; null: the caller
     */
    Uni<Void> end(SessionRow session, EndReason reason, @Nullable AuditActor actor) {
        if (session.endedAt != null) {
            return Uni.createFrom().voidItem();
        }
        return stop(session, reason, actor)
                .chain(() -> session.clientId == null ? endChildren(session, reason, actor) : tell(session));
    }

    private Uni<Void> stop(SessionRow session, EndReason reason, @Nullable AuditActor actor) {
        session.end(reason, clock.instant());
        AuditEntry entry =
                AuditEntry.of("session.ended", "session", session.id.toString()).after(Map.of("reason", reason));
        return sessions.flush()
                .chain(() -> revocations.revokeSession(session.id))
                .chain(() -> audit.record(actor == null ? entry : entry.actor(actor)));
    }

    private Uni<Void> endChildren(SessionRow session, EndReason reason, @Nullable AuditActor actor) {
        return sessions.find("parentId = ?1 and endedAt is null order by id", session.id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .chain(children -> {
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (SessionRow child : children) {
                        all = all.chain(() -> mayGoOn(child, reason) ? tell(child) : end(child, reason, actor));
                    }
                    return all;
                });
    }

    private static boolean mayGoOn(SessionRow child, EndReason reason) {
        boolean merelySignedOut = reason == EndReason.SIGN_OUT || reason == EndReason.REPLACED;
        return merelySignedOut
                && child.scopes != null
                && Arrays.asList(child.scopes.split(" ", -1)).contains(ClientSession.OFFLINE);
    }

    private Uni<Void> tell(SessionRow session) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (SignOutListener listener : listeners) {
            all = all.chain(() -> listener.signedOut(ClientSession.of(session)));
        }
        return all;
    }

    /** Hands the clients of a session to the one that takes its place, if it is the same person's. */
    Uni<Void> replace(SessionRow earlier, UUID laterId, UUID accountId) {
        return earlier.accountId.equals(accountId)
                ? sessions.update("parentId = ?1 where parentId = ?2 and endedAt is null", laterId, earlier.id)
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
