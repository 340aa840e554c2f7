package org.ectsuite.auth.emailchange;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.auth.apikey.ApiKeyService;
import org.ectsuite.auth.emailchange.EmailChange.State;
import org.ectsuite.auth.factor.RecentProof;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.opaque.OpaqueTokens;
import org.ectsuite.auth.registration.AddressReservation;
import org.ectsuite.auth.revocation.RevocationLedger;
import org.ectsuite.auth.session.ClientDescription;
import org.ectsuite.auth.session.EndReason;
import org.ectsuite.auth.session.Sessions;
import org.ectsuite.outbox.Outbox;
import org.ectsuite.outbox.OutboxMail;
import org.ectsuite.outbox.Recipient;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.request.RequestInfo;

/**
 * Changes of an account's mail address. Asking never looks whether somebody else has the new address; that shows when its owner
 * confirms, to him alone. The old address hears of the change and can take it back for some days.
 */
@ApplicationScoped
class EmailChanges implements AddressReservation {

    private static final Duration DAY = Duration.ofDays(1);

    private final EmailChangeRepository repository;
    private final Accounts accounts;
    private final Sessions sessions;
    private final ApiKeyService apiKeys;
    private final RevocationLedger revocations;
    private final OpaqueTokens secrets;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final RequestInfo request;
    private final EmailChangeConfig config;
    private final String publicUrl;
    private final RecentProof proof;
    private final Clock clock;

    EmailChanges(
            EmailChangeRepository repository,
            Accounts accounts,
            Sessions sessions,
            ApiKeyService apiKeys,
            RevocationLedger revocations,
            OpaqueTokens secrets,
            Outbox outbox,
            AuditTrail audit,
            RequestInfo request,
            EmailChangeConfig config,
            @ConfigProperty(name = "ect.public-url") String publicUrl,
            RecentProof proof,
            Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.sessions = sessions;
        this.apiKeys = apiKeys;
        this.revocations = revocations;
        this.secrets = secrets;
        this.outbox = outbox;
        this.audit = audit;
        this.request = request;
        this.config = config;
        this.publicUrl = publicUrl;
        this.proof = proof;
        this.clock = clock;
    }

    @WithTransaction
    Uni<OwnEmailChange> waiting(UUID accountId) {
        Instant now = clock.instant();
        return repository
                .pending(accountId)
                .map(found -> found.filter(change -> change.pending(now))
                        .map(OwnEmailChange::of)
                        .orElse(OwnEmailChange.NONE));
    }

    /** Sends a link to the new address, if the owner of the session has shown himself a moment ago. */
    @WithTransaction
    Uni<OwnEmailChange> ask(UUID accountId, UUID sessionId, EmailAddress wanted) {
        Instant now = clock.instant();
        return proof.require(sessionId)
                .chain(() -> repository.lock(accountId))
                .chain(() -> accounts.get(accountId))
                .invoke(account -> refuseSame(account, wanted))
                .call(() -> repository
                        .count("accountId = ?1 and createdAt > ?2", accountId, now.minus(DAY))
                        .invoke(this::refuseMany))
                .call(() -> repository.cancelPending(accountId))
                .chain(account -> send(account, wanted, now));
    }

    private static void refuseSame(AccountView account, EmailAddress wanted) {
        if (account.email().equals(wanted)) {
            throw new ProblemException(EmailChangeProblem.SAME_ADDRESS, "Name another one.");
        }
    }

    private void refuseMany(long asked) {
        if (asked >= config.perDay()) {
            throw new ProblemException(EmailChangeProblem.TOO_MANY_EMAIL_CHANGES, "Wait until tomorrow.")
                    .header("Retry-After", Long.toString(DAY.toSeconds()));
        }
    }

    private Uni<OwnEmailChange> send(AccountView account, EmailAddress wanted, Instant now) {
        OpaqueToken token = secrets.next();
        EmailChange change = new EmailChange();
        change.id = UuidCreator.getTimeOrderedEpoch();
        change.accountId = account.id();
        change.oldEmail = account.email().text();
        change.oldEmailKey = account.email().key();
        change.newEmail = wanted.text();
        change.tokenHash = token.hash();
        change.state = State.PENDING;
        change.createdAt = now;
        change.expiresAt = now.plus(config.life());
        return repository
                .persistAndFlush(change)
                .chain(() -> outbox.enqueue(confirmation(change, account, token)))
                .chain(() ->
                        audit.record(entry("email-change.requested", change).after(Map.of("email", change.newEmail))))
                .replaceWith(() -> OwnEmailChange.of(change));
    }

    private OutboxMail confirmation(EmailChange change, AccountView account, OpaqueToken token) {
        return new OutboxMail(
                "address-confirmation",
                new Recipient.Address(change.newEmail, null, account.locale(), account.zone()),
                Map.of(
                        "link",
                        publicUrl + "/auth/email-change?t=" + token.text(),
                        "requestedAt",
                        change.createdAt,
                        "client",
                        client(),
                        "expiresAt",
                        change.expiresAt),
                change.expiresAt);
    }

    private String client() {
        return ClientDescription.of(request.userAgent()).text();
    }

    /** Takes a request back before it is confirmed. */
    @WithTransaction
    Uni<Void> cancel(UUID accountId) {
        Instant now = clock.instant();
        return repository
                .lock(accountId)
                .chain(() -> repository.pending(accountId))
                .map(found -> found.filter(change -> change.pending(now))
                        .orElseThrow(() -> ProblemException.notFound("No change of address is under way.")))
                .chain(change -> {
                    change.state = State.CANCELLED;
                    return repository.flush().chain(() -> audit.record(entry("email-change.cancelled", change)));
                });
    }

    /** What a link asks to confirm; reads only, so that programs which open links in mails do no harm. */
    @WithTransaction
    Uni<Optional<EmailAddress>> toConfirm(OpaqueToken token) {
        Instant now = clock.instant();
        return repository
                .byToken(token.hash(), false)
                .map(found ->
                        found.filter(change -> change.pending(now)).map(change -> new EmailAddress(change.newEmail)));
    }

    /** What a link asks to take back; reads only. */
    @WithTransaction
    Uni<Optional<EmailAddress>> toUndo(OpaqueToken token) {
        Instant now = clock.instant();
        return repository
                .byUndo(token.hash(), false)
                .map(found ->
                        found.filter(change -> change.undoable(now)).map(change -> new EmailAddress(change.oldEmail)));
    }

    /** What came of pressing a button. */
    enum Outcome {
        DONE,
        /** Somebody else has the address. */
        TAKEN,
        /** Unknown, used, expired or cancelled: all the same to whoever asks. */
        DEAD
    }

    /** The owner of the new mailbox agrees. */
    @WithTransaction
    Uni<Outcome> confirm(OpaqueToken token) {
        Instant now = clock.instant();
        return repository.byToken(token.hash(), true).chain(found -> {
            EmailChange change = found.filter(one -> one.pending(now)).orElse(null);
            if (change == null) {
                return Uni.createFrom().item(Outcome.DEAD);
            }
            return accounts.get(change.accountId)
                    .chain(before -> before.banned(now)
                            ? Uni.createFrom().item(Outcome.DEAD)
                            : free(new EmailAddress(change.newEmail), before)
                                    .chain(free -> free ? apply(change, before, now) : giveUp(change, before)));
        });
    }

    /** Another spelling of an account's own address is not somebody else's. */
    private Uni<Boolean> free(EmailAddress wanted, AccountView account) {
        return wanted.key().equals(account.email().key())
                ? Uni.createFrom().item(true)
                : accounts.exists(wanted)
                        .chain(taken -> taken
                                ? Uni.createFrom().item(false)
                                : repository
                                        .reserved(wanted.key(), clock.instant())
                                        .map(reserved -> !reserved));
    }

    private Uni<Outcome> giveUp(EmailChange change, AccountView account) {
        change.state = State.CANCELLED;
        return repository
                .flush()
                .chain(() ->
                        audit.record(entry("email-change.cancelled", change).actor(actor(account))))
                .replaceWith(Outcome.TAKEN);
    }

    private Uni<Outcome> apply(EmailChange change, AccountView before, Instant now) {
        OpaqueToken undo = secrets.next();
        change.state = State.CONFIRMED;
        change.confirmedAt = now;
        change.undoHash = undo.hash();
        change.undoUntil = now.plus(config.undo());
        EmailAddress email = new EmailAddress(change.newEmail);
        return repository
                .flush()
                .chain(() -> accounts.changeEmail(before.id(), email))
                .chain(() -> outbox.enqueue(notice(change, before, email, undo)))
                .chain(() -> audit.record(AuditEntry.of(
                                "account.email-changed", "account", before.id().toString())
                        .before(Map.of("email", before.email().text()))
                        .after(Map.of("email", email.text()))
                        .actor(actor(before))))
                .replaceWith(Outcome.DONE);
    }

    private OutboxMail notice(EmailChange change, AccountView account, EmailAddress email, OpaqueToken undo) {
        return new OutboxMail(
                "address-changed",
                new Recipient.Address(change.oldEmail, null, account.locale(), account.zone()),
                Map.of(
                        "link",
                        publicUrl + "/auth/email-change/undo?t=" + undo.text(),
                        "address",
                        MaskedAddress.of(email),
                        "at",
                        clock.instant(),
                        "client",
                        client(),
                        "undoUntil",
                        clock.instant().plus(config.undo())),
                clock.instant().plus(config.undo()));
    }

    /**
     * The owner of the old mailbox wants his account back: it gets its address again, and whatever anybody holds who came in
     * meanwhile, sessions, tokens and API keys, is of no use a moment later.
     */
    @WithTransaction
    Uni<Outcome> undo(OpaqueToken token) {
        Instant now = clock.instant();
        return repository.byUndo(token.hash(), true).chain(found -> {
            EmailChange change = found.filter(one -> one.undoable(now)).orElse(null);
            return change == null
                    ? Uni.createFrom().item(Outcome.DEAD)
                    : accounts.get(change.accountId).chain(before -> restore(change, before));
        });
    }

    private Uni<Outcome> restore(EmailChange change, AccountView before) {
        UUID accountId = before.id();
        EmailAddress email = new EmailAddress(change.oldEmail);
        AuditActor actor = actor(before);
        change.state = State.UNDONE;
        return repository
                .flush()
                .chain(() -> repository.cancelLater(change))
                .chain(() -> accounts.changeEmail(accountId, email))
                .chain(() -> sessions.endAll(accountId, EndReason.REVOKED, actor))
                .chain(() -> apiKeys.revokeAll(accountId, actor))
                .chain(() -> revocations.revokeSubjectUntilNow(accountId))
                .chain(() -> audit.record(AuditEntry.of("account.email-restored", "account", accountId.toString())
                        .before(Map.of("email", before.email().text()))
                        .after(Map.of("email", email.text()))
                        .actor(actor)))
                .replaceWith(Outcome.DONE);
    }

    /** An address that may have to be given back is nobody else's meanwhile. */
    @Override
    @WithTransaction
    public Uni<Boolean> reserved(EmailAddress email) {
        return repository.reserved(email.key(), clock.instant());
    }

    private static AuditActor actor(AccountView account) {
        return AuditActor.person(
                account.id().toString(), account.name().isEmpty() ? null : account.name(), account.callsign(), "web");
    }

    private static AuditEntry entry(String action, EmailChange change) {
        return AuditEntry.of(action, "account", change.accountId.toString());
    }

    @Scheduled(
            identity = "email-changes-clean-up",
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> cleanUp() {
        Instant now = clock.instant();
        return repository
                .delete(
                        "createdAt < ?1 and expiresAt < ?2 and (undoUntil is null or undoUntil < ?2)",
                        now.minus(DAY),
                        now)
                .replaceWithVoid();
    }
}
