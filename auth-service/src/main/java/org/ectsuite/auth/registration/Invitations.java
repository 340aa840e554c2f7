package org.ectsuite.auth.registration;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.opaque.OpaqueTokens;
import org.ectsuite.outbox.Outbox;
import org.ectsuite.outbox.OutboxMail;
import org.ectsuite.outbox.Recipient;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The life of invitations: sent, sent anew, taken back. Accepting one is signing in for the first time. */
@ApplicationScoped
class Invitations {

    private static final String MAIL_KIND = "invitation";

    private final InvitationRepository repository;
    private final Accounts accounts;
    private final OpaqueTokens secrets;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final RegistrationConfig config;
    private final String publicUrl;
    private final Clock clock;

    Invitations(
            InvitationRepository repository,
            Accounts accounts,
            OpaqueTokens secrets,
            Outbox outbox,
            AuditTrail audit,
            RegistrationConfig config,
            @ConfigProperty(name = "ect.public-url") String publicUrl,
            Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.secrets = secrets;
        this.outbox = outbox;
        this.audit = audit;
        this.config = config;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    RegistrationView registration() {
        return new RegistrationView(config.mode(), config.invitationLife().toDays());
    }

    /** Newest first; one more than the limit, if there is one more. */
    @WithTransaction
    Uni<List<InvitationView>> list(@Nullable InvitationStatus status, @Nullable UUID before, int limit) {
        Instant now = clock.instant();
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        if (status != null) {
            conditions.add("state = :state");
            parameters.put("state", status.state());
            if (status == InvitationStatus.PENDING || status == InvitationStatus.EXPIRED) {
                conditions.add(status == InvitationStatus.PENDING ? "expiresAt > :now" : "expiresAt <= :now");
                parameters.put("now", now);
            }
        }
        if (before != null) {
            conditions.add("id < :before");
            parameters.put("before", before);
        }
        return repository
                .find(String.join(" and ", conditions) + " order by id desc", parameters)
                .range(0, limit)
                .list()
                .map(found -> found.stream()
                        .map(invitation -> InvitationView.of(invitation, now))
                        .toList());
    }

    @WithTransaction
    Uni<InvitationView> invite(UUID inviterId, EmailAddress email) {
        refuseWhileClosed();
        Instant now = clock.instant();
        return accounts.exists(email)
                .invoke(known -> {
                    if (known) {
                        throw new ProblemException(
                                RegistrationProblem.ACCOUNT_EXISTS, "Its owner signs in without an invitation.");
                    }
                })
                .chain(() -> repository.pending(email))
                .chain(earlier -> makeRoom(earlier, now))
                .chain(() -> accounts.get(inviterId))
                .chain(inviter -> invite(inviter, email, now));
    }

    /** One that has ended by itself gives way to the new one. */
    private Uni<Void> makeRoom(Optional<Invitation> earlier, Instant now) {
        if (earlier.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (earlier.get().good(now)) {
            throw new ProblemException(RegistrationProblem.ALREADY_INVITED, "Send the invitation again instead.");
        }
        earlier.get().state = Invitation.State.REVOKED;
        return repository.flush();
    }

    private Uni<InvitationView> invite(AccountView inviter, EmailAddress email, Instant now) {
        OpaqueToken token = secrets.next();
        Invitation invitation = new Invitation();
        invitation.id = UuidCreator.getTimeOrderedEpoch();
        invitation.email = email.text();
        invitation.emailKey = email.key();
        invitation.tokenHash = token.hash();
        invitation.inviter = called(inviter);
        invitation.state = Invitation.State.PENDING;
        invitation.createdAt = now;
        invitation.sentAt = now;
        invitation.expiresAt = now.plus(config.invitationLife());
        InvitationView view = InvitationView.of(invitation, now);
        return repository
                .persistAndFlush(invitation)
                .chain(() -> outbox.enqueue(mail(invitation, token, inviter)))
                .chain(() -> audit.record(entry("invitation.sent", invitation).after(view)))
                .replaceWith(view);
    }

    /** Sends an invitation once more, with a new link in place of the old one and its whole life before it. */
    @WithTransaction
    Uni<InvitationView> resend(UUID inviterId, UUID id) {
        refuseWhileClosed();
        Instant now = clock.instant();
        OpaqueToken token = secrets.next();
        return pending(id).chain(invitation -> {
            InvitationView before = InvitationView.of(invitation, now);
            invitation.tokenHash = token.hash();
            invitation.sentAt = now;
            invitation.expiresAt = now.plus(config.invitationLife());
            InvitationView after = InvitationView.of(invitation, now);
            return repository
                    .flush()
                    .chain(() -> accounts.get(inviterId))
                    .chain(inviter -> outbox.enqueue(mail(invitation, token, inviter)))
                    .chain(() -> audit.record(entry("invitation.resent", invitation)
                            .before(before)
                            .after(after)))
                    .replaceWith(after);
        });
    }

    @WithTransaction
    Uni<Void> revoke(UUID id) {
        Instant now = clock.instant();
        return pending(id).chain(invitation -> {
            InvitationView before = InvitationView.of(invitation, now);
            invitation.state = Invitation.State.REVOKED;
            return repository
                    .flush()
                    .chain(() ->
                            audit.record(entry("invitation.revoked", invitation).before(before)));
        });
    }

    private Uni<Invitation> pending(UUID id) {
        return repository
                .findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("There is no such invitation."))
                .invoke(invitation -> {
                    if (invitation.state != Invitation.State.PENDING) {
                        throw new ProblemException(RegistrationProblem.INVITATION_OVER, "It was accepted or revoked.");
                    }
                });
    }

    private void refuseWhileClosed() {
        if (config.mode() == RegistrationMode.CLOSED) {
            throw new ProblemException(
                    RegistrationProblem.REGISTRATION_CLOSED,
                    "Nobody could accept it; the operator sets ect.auth.registration.mode.");
        }
    }

    /** Whose invitation a link in a mail is; reads only, so that programs which open links in mails do no harm. */
    @WithTransaction
    Uni<Optional<Invited>> behind(OpaqueToken token) {
        Instant now = clock.instant();
        return repository
                .find("tokenHash", (Object) token.hash())
                .firstResult()
                .map(found -> Optional.ofNullable(found)
                        .filter(invitation -> invitation.good(now))
                        .map(invitation -> new Invited(invitation.email, invitation.inviter)));
    }

    /** In the inviter's language: nothing is known of the reader's yet, and teams mostly share one. */
    private OutboxMail mail(Invitation invitation, OpaqueToken token, AccountView inviter) {
        Map<String, Object> data = new HashMap<>();
        data.put("link", publicUrl + "/auth/invitation?t=" + token.text());
        data.put("expiresAt", invitation.expiresAt);
        String name = called(inviter);
        if (name != null) {
            data.put("inviter", name);
        }
        return new OutboxMail(
                MAIL_KIND,
                new Recipient.Address(invitation.email, null, inviter.locale(), inviter.zone()),
                data,
                invitation.expiresAt);
    }

    private static @Nullable String called(AccountView account) {
        if (account.callsign() != null) {
            return account.callsign();
        }
        return account.name().isEmpty() ? null : account.name();
    }

    private static AuditEntry entry(String action, Invitation invitation) {
        return AuditEntry.of(action, "invitation", invitation.id.toString());
    }
}
