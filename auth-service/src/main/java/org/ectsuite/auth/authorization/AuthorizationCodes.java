package org.ectsuite.auth.authorization;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ectsuite.auth.client.ClientGrant;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.opaque.OpaqueTokens;
import org.ectsuite.auth.session.BrowserSession;
import org.ectsuite.auth.session.Client;
import org.ectsuite.auth.session.ClientSessions;
import org.ectsuite.auth.session.EndReason;
import org.jspecify.annotations.Nullable;

/**
 * Authorization codes: exchanged once, within a minute, by the client they were given to and the program that asked. A
 * second use means that somebody has a copy, so it ends what the first one gave (RFC 6749 section 4.1.2).
 */
@ApplicationScoped
public class AuthorizationCodes implements PanacheRepositoryBase<CodeRow, UUID> {

    private final ClientSessions sessions;
    private final OpaqueTokens secrets;
    private final AuthorizationConfig config;
    private final Clock clock;

    AuthorizationCodes(ClientSessions sessions, OpaqueTokens secrets, AuthorizationConfig config, Clock clock) {
        this.sessions = sessions;
        this.secrets = secrets;
        this.config = config;
        this.clock = clock;
    }

    @WithTransaction
    Uni<OpaqueToken> issue(AuthorizationRequest request, OAuthClient client, BrowserSession session) {
        Instant now = clock.instant();
        OpaqueToken code = secrets.next();
        CodeRow row = new CodeRow();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.codeHash = code.hash();
        row.clientId = client.requireRegistration();
        row.sessionId = session.id();
        row.redirectUri = request.reply().redirectUri();
        row.codeChallenge = request.codeChallenge();
        row.scopes = String.join(" ", request.scopes());
        row.nonce = request.nonce();
        row.issuedAt = now;
        row.expiresAt = now.plus(config.codeLife());
        return persistAndFlush(row).replaceWith(code);
    }

    /**
     * Exchanges a code.
     *
     * @param redirectUri where it was sent, character by character
     * @param verifier of RFC 7636; null if none came
     */
    @WithTransaction
    public Uni<CodeRedemption> redeem(
            OpaqueToken code, OAuthClient client, String redirectUri, @Nullable String verifier, Client asking) {
        // The lock puts rivals one after the other: the second finds the code used.
        return find("codeHash", (Object) code.hash())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .chain(row -> {
                    if (row == null || !row.clientId.equals(client.registration())) {
                        return Uni.createFrom().<CodeRedemption>item(new CodeRedemption.Bad());
                    }
                    if (row.usedAt != null) {
                        return revoke(row).replaceWith(new CodeRedemption.Replayed());
                    }
                    boolean good = clock.instant().isBefore(row.expiresAt)
                            && row.redirectUri.equals(redirectUri)
                            && Pkce.matches(verifier, row.codeChallenge);
                    return good
                            ? exchange(row, client, asking)
                            : Uni.createFrom().<CodeRedemption>item(new CodeRedemption.Bad());
                });
    }

    private Uni<Void> revoke(CodeRow row) {
        return row.gaveId == null ? Uni.createFrom().voidItem() : sessions.end(row.gaveId, EndReason.REUSE);
    }

    private Uni<CodeRedemption> exchange(CodeRow row, OAuthClient client, Client asking) {
        row.usedAt = clock.instant();
        List<String> scopes = List.of(row.scopes.split(" ", -1));
        ClientSessions.Permission permission = new ClientSessions.Permission(
                row.clientId, row.sessionId, scopes, client.audiences(), client.may(ClientGrant.REFRESH_TOKEN));
        return sessions.open(permission, asking).chain(opened -> {
            opened.ifPresent(tokens -> row.gaveId = tokens.session().id());
            return flush().replaceWith(
                            () -> opened.<CodeRedemption>map(tokens -> new CodeRedemption.Good(tokens, row.nonce))
                                    .orElseGet(CodeRedemption.Bad::new));
        });
    }

    @Scheduled(
            identity = "authorization-codes-clean-up",
            every = "10m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> cleanUp() {
        return delete("expiresAt < ?1", clock.instant().minus(config.keepCodes()))
                .replaceWithVoid();
    }
}
