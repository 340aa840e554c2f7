package org.ectsuite.auth.signin;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.account.Ban;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.auth.account.Proof;
import org.ectsuite.auth.account.Role;
import org.ectsuite.auth.factor.Factors;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.passkey.PasskeyAnswer;
import org.ectsuite.auth.passkey.PasskeyVerdict;
import org.ectsuite.auth.passkey.Passkeys;
import org.ectsuite.auth.passkey.Purpose;
import org.ectsuite.auth.session.Client;
import org.ectsuite.auth.session.EndReason;
import org.ectsuite.auth.session.Factor;
import org.ectsuite.auth.session.Method;
import org.ectsuite.auth.session.OpenedSession;
import org.ectsuite.auth.session.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * What happens once somebody has shown who he is, in whatever way: the account is found or made, strangers' traces are
 * removed from it, the first administrator is named, a suspension is heeded, and a session begins.
 */
@ApplicationScoped
public class SignIn {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Factors factors;
    private final SecondSteps secondSteps;
    private final Passkeys passkeys;
    private final AuditTrail audit;
    private final Optional<FirstAdministrator> firstAdministrator;
    private final Clock clock;

    SignIn(
            Accounts accounts,
            Sessions sessions,
            Factors factors,
            SecondSteps secondSteps,
            Passkeys passkeys,
            AuditTrail audit,
            SignInConfig config,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.factors = factors;
        this.secondSteps = secondSteps;
        this.passkeys = passkeys;
        this.audit = audit;
        this.firstAdministrator = config.adminEmail()
                .map(address -> new FirstAdministrator(EmailAddress.parse(address)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "ect.auth.sign-in.admin-email (ECT_ADMIN_EMAIL) is not a mail address"))));
        this.clock = clock;
    }

    /**
     * Lets the owner of a mailbox in.
     *
     * @param continuation where he goes then
     * @param earlier the refresh token that the browser still holds; its session ends
     */
    @WithTransaction
    public Uni<SignInOutcome> ofMailboxOwner(
            EmailAddress email, Continuation continuation, Client client, Optional<OpaqueToken> earlier) {
        return accounts.proven(email)
                .call(this::record)
                .call(this::removeStrangers)
                .chain(proof -> appoint(proof))
                .chain(account -> admit(
                        account, Method.EMAIL, continuation, client, opened -> replace(earlier, opened, account)));
    }

    /**
     * Makes the account of somebody for whose mailbox a provider vouches. Fails if there is one: whose that is, a
     * provider's word does not show.
     */
    @WithTransaction
    public Uni<AccountView> welcome(EmailAddress email) {
        return accounts.proven(email)
                .invoke(proof -> {
                    if (!proof.created()) {
                        throw new OvertakenException("The account was made at the same moment");
                    }
                })
                .call(this::record)
                .map(Proof::account);
    }

    /** Whether this mailbox makes an administrator: then its owner shows it by mail, and nobody's word will do. */
    public boolean appoints(EmailAddress email) {
        return firstAdministrator
                .filter(named -> named.address().key().equals(email.key()))
                .isPresent();
    }

    /**
     * Lets the owner of an account in who has shown himself by a provider's word.
     *
     * @param continuation where he goes then
     * @param browser the session cookie that the browser still holds; its session ends
     */
    @WithTransaction
    public Uni<SignInOutcome> ofAccountOwner(
            UUID accountId, Continuation continuation, Client client, Optional<OpaqueToken> browser) {
        return accounts.get(accountId)
                .chain(account -> admit(
                        account,
                        Method.PROVIDER,
                        continuation,
                        client,
                        opened -> browser.map(held -> sessions.replaceBehind(held, opened, accountId))
                                .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private Uni<SignInOutcome> admit(
            AccountView account,
            Method method,
            Continuation continuation,
            Client client,
            Function<OpenedSession, Uni<Void>> replace) {
        Ban ban = account.ban();
        if (ban != null && ban.inForce(clock.instant())) {
            return Uni.createFrom().item(new SignInOutcome.Suspended(ban));
        }
        return factors.heldBy(account.id())
                .chain(has -> has ? wait(account, method, continuation) : enter(account, method, client, replace));
    }

    /**
     * Lets the owner of a passkey in. Where its authenticator verified him, nothing else is asked for.
     *
     * @param holder what only this browser has
     * @param continuation where he goes then
     * @param earlier the refresh token that the browser still holds; its session ends
     */
    @WithTransaction
    Uni<PasskeyEntry> ofPasskeyHolder(
            PasskeyAnswer answer,
            String holder,
            Continuation continuation,
            Client client,
            Optional<OpaqueToken> earlier) {
        return passkeys.verify(answer, Purpose.SIGN_IN, holder, null).chain(verdict -> switch (verdict) {
            case PasskeyVerdict.Accepted accepted ->
                accounts.get(accepted.accountId())
                        .chain(account -> enter(account, accepted.verified(), continuation, client, earlier));
            case PasskeyVerdict.Stale ignored -> entry(new PasskeyEntry.Stale());
            case PasskeyVerdict.Wrong ignored -> entry(new PasskeyEntry.Wrong());
            case PasskeyVerdict.Copied ignored -> entry(new PasskeyEntry.Copied());
        });
    }

    private Uni<PasskeyEntry> enter(
            AccountView account,
            boolean verified,
            Continuation continuation,
            Client client,
            Optional<OpaqueToken> earlier) {
        Ban ban = account.ban();
        if (ban != null && ban.inForce(clock.instant())) {
            return entry(new PasskeyEntry.Suspended(ban));
        }
        if (verified) {
            return open(account, Factor.PASSKEY, client, earlier);
        }
        if (account.role() == Role.ADMIN) {
            return entry(new PasskeyEntry.Unverified());
        }
        return factors.heldBy(account.id())
                .chain(has -> has
                        ? secondSteps
                                .await(account, Method.PASSKEY, continuation)
                                .map(PasskeyEntry.SecondFactor::new)
                        : open(account, null, client, earlier));
    }

    private Uni<PasskeyEntry> open(
            AccountView account, @Nullable Factor factor, Client client, Optional<OpaqueToken> earlier) {
        return sessions.open(account, Method.PASSKEY, factor, client)
                .call(opened -> replace(earlier, opened, account))
                .map(PasskeyEntry.SignedIn::new);
    }

    private static Uni<PasskeyEntry> entry(PasskeyEntry entry) {
        return Uni.createFrom().item(entry);
    }

    private Uni<SignInOutcome> wait(AccountView account, Method method, Continuation continuation) {
        return secondSteps
                .await(account, method, continuation)
                .map(token -> new SignInOutcome.SecondFactor(token, SecondSteps.LIFE));
    }

    private Uni<SignInOutcome> enter(
            AccountView account, Method method, Client client, Function<OpenedSession, Uni<Void>> replace) {
        return sessions.open(account, method, null, client).call(replace::apply).map(SignInOutcome.SignedIn::new);
    }

    private Uni<Void> record(Proof proof) {
        if (!proof.first()) {
            return Uni.createFrom().voidItem();
        }
        AccountView account = proof.account();
        return audit.record(AuditEntry.of(
                        proof.created() ? "account.created" : "account.proven",
                        "account",
                        account.id().toString())
                .actor(actor(account)));
    }

    /** Sessions older than the first proof were opened by somebody who did not own the mailbox. */
    private Uni<Void> removeStrangers(Proof proof) {
        return proof.first() && !proof.created()
                ? sessions.endAll(proof.account().id(), EndReason.UNPROVEN, actor(proof.account()))
                : Uni.createFrom().voidItem();
    }

    private Uni<AccountView> appoint(Proof proof) {
        AccountView account = proof.account();
        FirstAdministrator named = firstAdministrator.orElse(null);
        if (named == null
                || account.role() == Role.ADMIN
                || !named.address().key().equals(account.email().key())) {
            return Uni.createFrom().item(account);
        }
        return accounts.lockAdministrators()
                .chain(administrators -> named.isNamedBy(account.email(), proof.first(), !administrators.isEmpty())
                        ? makeAdministrator(account)
                        : Uni.createFrom().item(account));
    }

    private Uni<AccountView> makeAdministrator(AccountView account) {
        return accounts.assignRole(account.id(), Role.ADMIN)
                .call(changed -> audit.record(AuditEntry.of(
                                "account.role-changed", "account", account.id().toString())
                        .before(Map.of("role", account.role()))
                        .after(Map.of("role", changed.role()))
                        .actor(AuditActor.service("auth-service"))));
    }

    private Uni<Void> replace(Optional<OpaqueToken> earlier, OpenedSession opened, AccountView account) {
        return earlier.map(refresh -> sessions.replace(refresh, opened, account.id()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static AuditActor actor(AccountView account) {
        @Nullable String name = account.name().isEmpty() ? null : account.name();
        return AuditActor.person(account.id().toString(), name, account.callsign(), "web");
    }
}
