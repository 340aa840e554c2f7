package org.ectsuite.auth.userinfo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.client.PersonScope;
import org.ectsuite.auth.revocation.RevocationLedger;
import org.ectsuite.auth.session.ClientSession;
import org.ectsuite.auth.session.ClientSessions;
import org.ectsuite.auth.token.IssuedToken;
import org.ectsuite.auth.token.IssuedTokens;

/** Finds out whom an access token speaks of, and what it lets its client know. */
@ApplicationScoped
class UserInfoEndpoint {

    private final IssuedTokens tokens;
    private final ClientSessions sessions;
    private final RevocationLedger ledger;
    private final Accounts accounts;
    private final Clock clock;

    UserInfoEndpoint(
            IssuedTokens tokens, ClientSessions sessions, RevocationLedger ledger, Accounts accounts, Clock clock) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.ledger = ledger;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What comes of asking. */
    sealed interface Answer {
        /** The claims. */
        record Known(UserInfo claims) implements Answer {}

        /** The token is not good for this. */
        record Refused(BearerError error) implements Answer {}
    }

    Uni<Answer> answer(String token) {
        Optional<IssuedToken> read =
                tokens.read(token).filter(found -> found.audiences().contains(tokens.issuer()));
        UUID sessionId = read.map(IssuedToken::sessionId).orElse(null);
        if (read.isEmpty() || sessionId == null) {
            return refused(BearerError.INVALID_TOKEN);
        }
        if (!read.get().scopes().contains(PersonScope.OPENID.text())) {
            return refused(BearerError.INSUFFICIENT_SCOPE);
        }
        IssuedToken known = read.get();
        return ledger.revoked(sessionId, known.subject(), known.id(), known.issuedAt())
                .chain(revoked -> revoked ? refused(BearerError.INVALID_TOKEN) : answer(sessionId, known));
    }

    private Uni<Answer> answer(UUID sessionId, IssuedToken token) {
        return sessions.find(sessionId)
                .chain(session ->
                        session.map(found -> answer(found, token)).orElseGet(() -> refused(BearerError.INVALID_TOKEN)));
    }

    private Uni<Answer> answer(ClientSession session, IssuedToken token) {
        return accounts.find(session.accountId())
                .map(account -> account.filter(known -> !known.banned(clock.instant()))
                        .<Answer>map(known -> new Answer.Known(UserInfo.of(known, token.scopes())))
                        .orElseGet(() -> new Answer.Refused(BearerError.INVALID_TOKEN)));
    }

    private static Uni<Answer> refused(BearerError error) {
        return Uni.createFrom().item(new Answer.Refused(error));
    }
}
