package org.ectsuite.auth.social;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.registration.Registration;
import org.ectsuite.auth.session.BrowserSession;
import org.ectsuite.auth.session.Client;
import org.ectsuite.auth.session.Sessions;
import org.ectsuite.auth.signin.Continuation;
import org.ectsuite.auth.signin.SignIn;
import org.ectsuite.auth.signin.SignInOutcome;
import org.jspecify.annotations.Nullable;

/** What a provider's word about somebody leads to: a sign-in, a new account, or an identity that is linked. */
@ApplicationScoped
class SocialSignIn {

    private final Identities identities;
    private final PendingIdentities pending;
    private final Accounts accounts;
    private final Sessions sessions;
    private final SignIn signIn;
    private final Registration registration;

    SocialSignIn(
            Identities identities,
            PendingIdentities pending,
            Accounts accounts,
            Sessions sessions,
            SignIn signIn,
            Registration registration) {
        this.identities = identities;
        this.pending = pending;
        this.accounts = accounts;
        this.sessions = sessions;
        this.signIn = signIn;
        this.registration = registration;
    }

    /**
     * Settles a return.
     *
     * @param browser the session cookie that the browser holds
     */
    @WithTransaction
    Uni<Arrival> settle(UpstreamPerson person, Attempts.Purpose purpose, Client client, Optional<OpaqueToken> browser) {
        UUID linking = purpose.sessionId();
        if (linking == null) {
            return decide(null, person).chain(decision -> follow(decision, person, purpose, client, browser));
        }
        return browser.map(sessions::behind)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(session -> session.filter(present -> present.id().equals(linking)))
                .chain(session -> session.map(BrowserSession::accountId)
                        .map(accountId -> decide(accountId, person)
                                .chain(decision -> follow(decision, person, purpose, client, browser)))
                        .orElseGet(() -> arrival(new Arrival.NotLinked(SocialFailure.SIGNED_OUT))));
    }

    private Uni<Linking> decide(@Nullable UUID linker, UpstreamPerson person) {
        EmailAddress proven = person.proven();
        Uni<Boolean> claimed = proven == null
                ? Uni.createFrom().item(false)
                : accounts.exists(proven).map(exists -> exists || signIn.appoints(proven));
        return identities
                .owner(person)
                .chain(owner -> claimed.map(taken -> Linking.decide(linker, owner.orElse(null), proven, taken)));
    }

    private Uni<Arrival> follow(
            Linking decision,
            UpstreamPerson person,
            Attempts.Purpose purpose,
            Client client,
            Optional<OpaqueToken> browser) {
        return switch (decision) {
            case Linking.SignIn in -> enter(in.accountId(), person, purpose.continuation(), client, browser);
            case Linking.Create create ->
                registration
                        .admit(create.email())
                        .chain(admitted -> admitted
                                ? welcome(create.email(), person, purpose.continuation(), client, browser)
                                : arrival(new Arrival.NotAdmitted(purpose.continuation())));
            case Linking.Confirm ignored ->
                pending.await(person, purpose.continuation()).map(Arrival.Waiting::new);
            case Linking.Link link ->
                accounts.get(link.accountId())
                        .chain(account -> identities.link(account, person))
                        .replaceWith(new Arrival.Linked());
            case Linking.Known ignored -> arrival(new Arrival.Linked());
            case Linking.Foreign ignored -> arrival(new Arrival.NotLinked(SocialFailure.IDENTITY_TAKEN));
        };
    }

    private Uni<Arrival> welcome(
            EmailAddress email,
            UpstreamPerson person,
            Continuation continuation,
            Client client,
            Optional<OpaqueToken> browser) {
        return signIn.welcome(email)
                .call(account -> identities.link(account, person))
                .chain(account -> enter(account.id(), person, continuation, client, browser));
    }

    private Uni<Arrival> enter(
            UUID accountId,
            UpstreamPerson person,
            Continuation continuation,
            Client client,
            Optional<OpaqueToken> browser) {
        return signIn.ofAccountOwner(accountId, continuation, client, browser)
                .call(outcome -> outcome instanceof SignInOutcome.Suspended
                        ? Uni.createFrom().voidItem()
                        : identities.used(person))
                .map(outcome -> new Arrival.Entered(outcome, continuation));
    }

    private static Uni<Arrival> arrival(Arrival arrival) {
        return Uni.createFrom().item(arrival);
    }
}
