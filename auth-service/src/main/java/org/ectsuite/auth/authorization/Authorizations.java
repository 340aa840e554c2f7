package org.ectsuite.auth.authorization;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.authorization.AuthorizationRequests.Reading;
import org.ectsuite.auth.client.Clients;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.client.PersonScope;
import org.ectsuite.auth.consent.Consents;
import org.ectsuite.auth.idtoken.IdTokenHint;
import org.ectsuite.auth.idtoken.IdTokens;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.protocol.OAuthError;
import org.ectsuite.auth.protocol.OAuthException;
import org.ectsuite.auth.protocol.Parameters;
import org.ectsuite.auth.session.BrowserSession;
import org.ectsuite.auth.session.Sessions;

/** Leads people from a client's request to its answer. */
@ApplicationScoped
class Authorizations {

    /** As many characters as the table keeps. */
    private static final int LONGEST_REQUEST = 7500;

    private final Clients clients;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Consents consents;
    private final PendingRequests pending;
    private final AuthorizationCodes codes;
    private final IdTokens idTokens;
    private final Replies replies;
    private final Clock clock;

    Authorizations(
            Clients clients,
            Sessions sessions,
            Accounts accounts,
            Consents consents,
            PendingRequests pending,
            AuthorizationCodes codes,
            IdTokens idTokens,
            Replies replies,
            Clock clock) {
        this.clients = clients;
        this.sessions = sessions;
        this.accounts = accounts;
        this.consents = consents;
        this.pending = pending;
        this.codes = codes;
        this.idTokens = idTokens;
        this.replies = replies;
        this.clock = clock;
    }

    /** A client sends somebody. */
    @WithTransaction
    Uni<Next> begin(Parameters parameters, Optional<OpaqueToken> browser) {
        return parameters.encoded().length() > LONGEST_REQUEST
                ? Uni.createFrom().item(new Next.Unsafe())
                : proceed(new Step(parameters, clock.instant(), false, false), browser);
    }

    /** Somebody has signed in for a request that waits. */
    @WithTransaction
    Uni<Next> resume(OpaqueToken handle, Optional<OpaqueToken> browser) {
        return pending.find(handle)
                .chain(found -> found.map(waiting ->
                                proceed(new Step(waiting.parameters(), waiting.arrivedAt(), true, false), browser))
                        .orElseGet(() -> Uni.createFrom().item(new Next.Over())))
                // A page may be loaded again; an answer is given once.
                .call(next -> next instanceof Next.Back
                        ? pending.take(handle)
                        : Uni.createFrom().nullItem());
    }

    /** Somebody has answered the question whether he agrees. */
    @WithTransaction
    Uni<Next> answer(OpaqueToken handle, boolean agreed, Optional<OpaqueToken> browser) {
        return pending.take(handle)
                .chain(found -> found.map(waiting -> answer(waiting, agreed, browser))
                        .orElseGet(() -> Uni.createFrom().item(new Next.Over())));
    }

    private Uni<Next> answer(PendingRequests.Pending waiting, boolean agreed, Optional<OpaqueToken> browser) {
        return session(browser).chain(session -> {
            Optional<UUID> now = session.map(BrowserSession::accountId);
            // Whoever saw the question must be the one who answers it.
            boolean samePerson = now.isPresent() && now.equals(waiting.shownTo());
            return proceed(
                    new Step(waiting.parameters(), waiting.arrivedAt(), true, agreed && samePerson, !agreed), browser);
        });
    }

    /**
     * A request at a certain point of its way.
     *
     * @param resumed whether the person was asked to sign in for it already
     * @param agreed whether he has just agreed
     * @param refused whether he has just refused
     */
    private record Step(Parameters parameters, Instant arrivedAt, boolean resumed, boolean agreed, boolean refused) {

        Step(Parameters parameters, Instant arrivedAt, boolean resumed, boolean agreed) {
            this(parameters, arrivedAt, resumed, agreed, false);
        }
    }

    private Uni<Next> proceed(Step step, Optional<OpaqueToken> browser) {
        return clients.find(step.parameters().find("client_id").orElse(""))
                .chain(client -> client.filter(known -> known.registration() != null)
                        .map(known -> proceed(step, known, browser))
                        .orElseGet(() -> Uni.createFrom().item(new Next.Unsafe())));
    }

    private Uni<Next> proceed(Step step, OAuthClient client, Optional<OpaqueToken> browser) {
        return switch (AuthorizationRequests.read(step.parameters(), client)) {
            case Reading.Unsafe() -> Uni.createFrom().item(new Next.Unsafe());
            case Reading.Bad(AuthorizationRequest.Reply reply, OAuthException error) -> back(client, reply, error);
            case Reading.Good(AuthorizationRequest request) ->
                step.refused()
                        ? back(
                                client,
                                request.reply(),
                                new OAuthException(OAuthError.ACCESS_DENIED, "The person does not agree"))
                        : decide(step, client, request, browser);
        };
    }

    private Uni<Next> decide(
            Step step, OAuthClient client, AuthorizationRequest request, Optional<OpaqueToken> browser) {
        Optional<IdTokenHint> hint = request.idTokenHint().flatMap(idTokens::hint);
        if (request.idTokenHint().isPresent() && hint.isEmpty()) {
            return back(
                    client,
                    request.reply(),
                    new OAuthException(OAuthError.INVALID_REQUEST, "The ID token hint is none of ours"));
        }
        return session(browser)
                .chain(session -> agreed(session, client, request)
                        .chain(agreed -> carryOut(
                                Decision.on(
                                        request,
                                        new Decision.Facts(
                                                step.arrivedAt(),
                                                step.resumed(),
                                                hint.map(IdTokenHint::subject),
                                                session,
                                                agreed,
                                                step.agreed())),
                                step,
                                client,
                                request)));
    }

    private Uni<Optional<BrowserSession>> session(Optional<OpaqueToken> browser) {
        return browser.map(sessions::behind).orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Boolean> agreed(Optional<BrowserSession> session, OAuthClient client, AuthorizationRequest request) {
        return session.map(found -> consents.covers(found.accountId(), client.requireRegistration(), request.scopes()))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    private Uni<Next> carryOut(Decision decision, Step step, OAuthClient client, AuthorizationRequest request) {
        UUID clientId = client.requireRegistration();
        return switch (decision) {
            case Decision.Refuse(OAuthError error, String description) ->
                back(client, request.reply(), new OAuthException(error, description));
            case Decision.SignIn() ->
                pending.keep(clientId, step.parameters(), step.arrivedAt(), null)
                        .map(handle -> new Next.SignIn(handle, request.loginHint()));
            case Decision.Ask(BrowserSession session) ->
                pending.keep(clientId, step.parameters(), step.arrivedAt(), session.accountId())
                        .chain(handle -> accounts.get(session.accountId())
                                .map(account -> new Next.Ask(
                                        handle,
                                        client,
                                        account,
                                        scopes(request),
                                        request.reply().redirectUri())));
            case Decision.Grant(BrowserSession session) ->
                (step.agreed()
                                ? consents.give(session.accountId(), clientId, request.scopes())
                                : Uni.createFrom().voidItem())
                        .chain(() -> codes.issue(request, client, session))
                        .map(code -> new Next.Back(replies.with(request.reply(), code), client.name()));
        };
    }

    private static List<PersonScope> scopes(AuthorizationRequest request) {
        return request.scopes().stream()
                .map(PersonScope::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private Uni<Next> back(OAuthClient client, AuthorizationRequest.Reply reply, OAuthException error) {
        return Uni.createFrom().item(new Next.Back(replies.with(reply, error), client.name()));
    }
}
