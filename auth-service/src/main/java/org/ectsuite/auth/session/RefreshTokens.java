package org.ectsuite.auth.session;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.opaque.OpaqueTokens;
import org.ectsuite.secrets.SecretBox;
import org.jspecify.annotations.Nullable;

/** Families of refresh tokens, whoever holds them: each token is used once, and yields its successor. */
@ApplicationScoped
class RefreshTokens {

    private final SessionRepository sessions;
    private final RefreshTokenRepository tokens;
    private final Accounts accounts;
    private final OpaqueTokens secrets;
    private final SecretBox box;
    private final RefreshPolicy policy;
    private final Clock clock;

    RefreshTokens(
            SessionRepository sessions,
            RefreshTokenRepository tokens,
            Accounts accounts,
            OpaqueTokens secrets,
            SecretBox box,
            SessionConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.accounts = accounts;
        this.secrets = secrets;
        this.box = box;
        this.policy = new RefreshPolicy(config.idleLife(), config.absoluteLife(), config.grace());
        this.clock = clock;
    }

    RefreshPolicy policy() {
        return policy;
    }

    /** The first token of a session that is stored already. */
    Uni<OpaqueToken> begin(SessionRow session) {
        OpaqueToken refresh = secrets.next();
        return tokens.persistAndFlush(row(UuidCreator.getTimeOrderedEpoch(), session.id, refresh, session.createdAt))
                .replaceWith(refresh);
    }

    /** The session first, then its tokens: two renewals of one family come one after the other. */
    Uni<Optional<SessionRow>> lockedSessionOf(OpaqueToken presented) {
        return tokens.find("select sessionId from RefreshTokenRow where tokenHash = ?1", presented.hash())
                .project(UUID.class)
                .firstResult()
                .chain(id -> id == null
                        ? Uni.createFrom().item(Optional.<SessionRow>empty())
                        : sessions.findById(id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable));
    }

    /** The session of a token that was not used yet. */
    Uni<Optional<SessionRow>> currentSessionOf(OpaqueToken refresh) {
        return tokens.find("tokenHash = ?1 and rotatedAt is null", (Object) refresh.hash())
                .firstResult()
                .chain(token -> token == null
                        ? Uni.createFrom().item(Optional.<SessionRow>empty())
                        : sessions.findById(token.sessionId).map(Optional::ofNullable));
    }

    /** What the token is worth, and its successor if it is worth one. The session must be locked. */
    Uni<Use> use(SessionRow session, OpaqueToken presented, Client client) {
        return family(session, presented).chain(family -> use(family, client));
    }

    private Uni<Use> use(Family family, Client client) {
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
            case ROTATE -> rotate(session, token, client, now).map(Use.Good::new);
            case REPEAT -> Uni.createFrom().item(new Use.Good(successorOf(token)));
            case OVER -> Uni.createFrom().item(new Use.Over());
            case REUSED -> Uni.createFrom().item(new Use.Reused());
        };
    }

    /** What a presented token is worth. */
    sealed interface Use {
        /** This is its successor. */
        record Good(OpaqueToken successor) implements Use {}

        /** Its session is over. */
        record Over() implements Use {}

        /** It was used before: the session must end. */
        record Reused() implements Use {}
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
                    .filter(row -> Arrays.equals(row.tokenHash, hash))
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

    static String context(UUID tokenId) {
        return "refresh-token:" + tokenId;
    }
}
