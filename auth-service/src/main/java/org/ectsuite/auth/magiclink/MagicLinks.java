package org.ectsuite.auth.magiclink;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.auth.magiclink.SendBudget.Allowance;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.opaque.OpaqueTokens;
import org.ectsuite.auth.registration.Registration;
import org.ectsuite.auth.session.Client;
import org.ectsuite.auth.session.ClientDescription;
import org.ectsuite.auth.signin.Continuation;
import org.ectsuite.auth.signin.SignIn;
import org.ectsuite.auth.signin.SignInOutcome;
import org.ectsuite.outbox.Outbox;
import org.ectsuite.outbox.OutboxMail;
import org.ectsuite.outbox.Recipient;

/**
 * Sign-in by mail. A request is bound to the browser that made it; link and code open the door in that browser alone, once,
 * and not for long.
 *
 * <p>Asking never looks at accounts: whether there is one decides when the mailbox is proven. So neither the answer nor
 * its timing tells anybody who has an account.
 */
@ApplicationScoped
class MagicLinks {

    static final String MAIL_KIND = "sign-in-link";

    private static final Duration DAY = Duration.ofDays(1);

    private final MagicLinkRepository repository;
    private final SignIn signIn;
    private final Registration registration;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final OpaqueTokens secrets;
    private final MagicLinkConfig config;
    private final SendBudget budget;
    private final String publicUrl;
    private final Clock clock;

    MagicLinks(
            MagicLinkRepository repository,
            SignIn signIn,
            Registration registration,
            Outbox outbox,
            AuditTrail audit,
            OpaqueTokens secrets,
            MagicLinkConfig config,
            @ConfigProperty(name = "ect.public-url") String publicUrl,
            Clock clock) {
        this.repository = repository;
        this.signIn = signIn;
        this.registration = registration;
        this.outbox = outbox;
        this.audit = audit;
        this.secrets = secrets;
        this.config = config;
        this.budget = budget(config.budget());
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    private static SendBudget budget(MagicLinkConfig.Budget limits) {
        return new SendBudget(List.of(
                new Allowance(SendBudget.Key.MAILBOX, limits.mailboxShort(), limits.shortPeriod()),
                new Allowance(SendBudget.Key.MAILBOX, limits.mailboxDay(), DAY),
                new Allowance(SendBudget.Key.CLIENT_ADDRESS, limits.clientAddress(), limits.shortPeriod()),
                new Allowance(SendBudget.Key.EVERYBODY, limits.everybody(), limits.shortPeriod())));
    }

    /** Sends a link and a code to an address, whoever it belongs to. */
    @WithTransaction
    Uni<LinkRequest> request(EmailAddress email, Continuation continuation, Client client) {
        Instant now = clock.instant();
        OpaqueToken link = secrets.next();
        OpaqueToken binder = secrets.next();
        MagicLink row = row(email, continuation, client, link, binder, now);
        return repository
                .lockMailbox(row.mailboxKey)
                .chain(() -> spendings(row, now))
                .chain(spendings -> budget.pause(spendings, now)
                        .map(pause -> Uni.createFrom().<LinkRequest>item(new LinkRequest.Exhausted(pause)))
                        .orElseGet(() ->
                                send(row, link, client).replaceWith(new LinkRequest.Sent(binder, config.life()))));
    }

    private MagicLink row(
            EmailAddress email,
            Continuation continuation,
            Client client,
            OpaqueToken link,
            OpaqueToken binder,
            Instant now) {
        MagicLink row = new MagicLink();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.email = email.text();
        row.emailKey = email.key();
        row.mailboxKey = email.mailboxKey();
        row.linkHash = link.hash();
        row.binderHash = binder.hash();
        row.codeHash = binder.hashWith(SignInCode.of(link).text());
        row.continuation = continuation.path();
        row.clientAddress = client.address();
        row.state = MagicLink.State.PENDING;
        row.createdAt = now;
        row.expiresAt = now.plus(config.life());
        return row;
    }

    private Uni<List<SendBudget.Spending>> spendings(MagicLink row, Instant now) {
        Uni<List<SendBudget.Spending>> all = Uni.createFrom().item(new ArrayList<>());
        for (Allowance allowance : budget.allowances()) {
            all = all.call(spendings -> repository
                    .counted(allowance, row, now)
                    .invoke(sent -> spendings.add(
                            new SendBudget.Spending(allowance, sent.size(), sent.isEmpty() ? now : sent.getLast()))));
        }
        return all;
    }

    private Uni<Void> send(MagicLink row, OpaqueToken link, Client client) {
        return repository
                .cancelPending(row.emailKey)
                .chain(() -> repository.persistAndFlush(row))
                .chain(() -> outbox.enqueue(mail(row, link, client)))
                .chain(() -> audit.record(AuditEntry.of("magic-link.requested", "magic-link", row.id.toString())));
    }

    private OutboxMail mail(MagicLink row, OpaqueToken link, Client client) {
        return new OutboxMail(
                MAIL_KIND,
                new Recipient.Address(row.email, null, null, null),
                Map.of(
                        "link",
                        publicUrl + "/auth/sign-in/link?t=" + link.text(),
                        "code",
                        SignInCode.of(link).grouped(),
                        "requestedAt",
                        row.createdAt,
                        "client",
                        ClientDescription.of(client.userAgent()).text(),
                        "expiresAt",
                        row.expiresAt),
                row.expiresAt);
    }

    /** The request that this browser waits for; reads only. */
    @WithTransaction
    Uni<Optional<PendingLink>> waiting(OpaqueToken binder) {
        return repository.byBinder(binder.hash()).map(this::pending);
    }

    /** The request behind a link; reads only, so that programs which open links in mails do no harm. */
    @WithTransaction
    Uni<Optional<PendingLink>> behind(OpaqueToken link) {
        return repository.byLink(link.hash()).map(this::pending);
    }

    private Optional<PendingLink> pending(Optional<MagicLink> row) {
        Instant now = clock.instant();
        return row.filter(found -> found.pending(now))
                .map(found -> new PendingLink(
                        found.email,
                        new Continuation(found.continuation),
                        found.binderHash,
                        Duration.between(now, found.expiresAt)));
    }

    /** Uses a link. */
    @WithTransaction
    Uni<Redemption> redeem(
            OpaqueToken link, Optional<OpaqueToken> binder, Client client, Optional<OpaqueToken> earlier) {
        Instant now = clock.instant();
        Uni<Optional<MagicLink>> taken = binder.map(held -> repository.redeemLink(link.hash(), held.hash(), now))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
        return taken.chain(row -> row.isPresent() ? enter(row.get(), client, earlier) : explain(link, now));
    }

    private Uni<Redemption> explain(OpaqueToken link, Instant now) {
        return repository
                .byLink(link.hash())
                .map(row -> row.filter(found -> found.pending(now)).isPresent()
                        ? new Redemption.Elsewhere(SignInCode.of(link))
                        : new Redemption.Dead());
    }

    /** Uses a code, in the browser that asked for it. */
    @WithTransaction
    Uni<Redemption> redeem(SignInCode code, OpaqueToken binder, Client client, Optional<OpaqueToken> earlier) {
        return repository
                .attemptCode(binder.hash(), binder.hashWith(code.text()), config.codeAttempts(), clock.instant())
                .chain(row -> row.map(found -> outcome(found, client, earlier))
                        .orElseGet(() -> Uni.createFrom().item(new Redemption.Dead())));
    }

    private Uni<Redemption> outcome(MagicLink row, Client client, Optional<OpaqueToken> earlier) {
        return switch (row.state) {
            case REDEEMED -> enter(row, client, earlier);
            case PENDING -> Uni.createFrom().item(new Redemption.WrongCode());
            case LOCKED -> Uni.createFrom().item(new Redemption.Locked());
            case CANCELLED -> Uni.createFrom().item(new Redemption.Dead());
        };
    }

    private Uni<Redemption> enter(MagicLink row, Client client, Optional<OpaqueToken> earlier) {
        EmailAddress email = new EmailAddress(row.email);
        return registration
                .admit(email)
                .chain(admitted -> admitted
                        ? enter(email, row, client, earlier)
                        : Uni.createFrom().item(new Redemption.NotAdmitted()));
    }

    private Uni<Redemption> enter(EmailAddress email, MagicLink row, Client client, Optional<OpaqueToken> earlier) {
        return signIn.ofMailboxOwner(email, new Continuation(row.continuation), client, earlier)
                .map(outcome -> switch (outcome) {
                    case SignInOutcome.SignedIn in ->
                        new Redemption.SignedIn(in.session(), new Continuation(row.continuation));
                    case SignInOutcome.SecondFactor second ->
                        new Redemption.SecondFactor(second.token(), second.life());
                    case SignInOutcome.Suspended suspended -> new Redemption.Suspended(suspended.ban());
                });
    }

    /** Requests are kept for as long as a budget counts them. */
    @Scheduled(
            identity = "magic-links-clean-up",
            every = "10m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> cleanUp() {
        Instant now = clock.instant();
        return repository
                .delete("createdAt < ?1 and expiresAt < ?2", now.minus(DAY), now)
                .replaceWithVoid();
    }
}
