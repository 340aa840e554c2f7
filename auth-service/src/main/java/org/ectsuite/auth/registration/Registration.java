package org.ectsuite.auth.registration;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.auth.signin.SignInConfig;

/**
 * Decides whether somebody who has shown that a mailbox is his may make an account. It is asked only then: whoever merely types
 * an address learns nothing, since every address gets the same mail.
 */
@ApplicationScoped
@Named("registration")
public class Registration {

    private final Accounts accounts;
    private final InvitationRepository invitations;
    private final List<AddressReservation> reservations;
    private final AuditTrail audit;
    private final RegistrationMode mode;
    private final Optional<String> administrator;
    private final Clock clock;

    Registration(
            Accounts accounts,
            InvitationRepository invitations,
            @All List<AddressReservation> reservations,
            AuditTrail audit,
            RegistrationConfig config,
            SignInConfig signIn,
            Clock clock) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.reservations = reservations;
        this.audit = audit;
        this.mode = config.mode();
        this.administrator = signIn.adminEmail().flatMap(EmailAddress::parse).map(EmailAddress::key);
        this.clock = clock;
    }

    /** Whether whoever comes may make an account: what the sign-in page promises. */
    public boolean open() {
        return mode == RegistrationMode.OPEN;
    }

    /** Whether the owner of a mailbox is let in; uses up his invitation, if he has one and needs it. */
    @WithTransaction
    public Uni<Boolean> admit(EmailAddress email) {
        Instant now = clock.instant();
        return accounts.exists(email)
                .chain(known -> known
                        ? Uni.createFrom().item(true)
                        : reserved(email)
                                .chain(reserved -> invitations
                                        .pending(email)
                                        .map(found -> found.filter(invitation -> invitation.good(now)))
                                        .chain(invitation -> decide(email, reserved, invitation, now))));
    }

    private Uni<Boolean> decide(EmailAddress email, boolean reserved, Optional<Invitation> invitation, Instant now) {
        boolean appointed = administrator.filter(email.key()::equals).isPresent();
        boolean granted = new Admission(false, reserved, appointed, invitation.isPresent()).granted(mode);
        return granted && invitation.isPresent()
                ? accept(invitation.get(), now).replaceWith(true)
                : Uni.createFrom().item(granted);
    }

    private Uni<Void> accept(Invitation invitation, Instant now) {
        invitation.state = Invitation.State.ACCEPTED;
        invitation.acceptedAt = now;
        return invitations
                .flush()
                .chain(() ->
                        audit.record(AuditEntry.of("invitation.accepted", "invitation", invitation.id.toString())));
    }

    private Uni<Boolean> reserved(EmailAddress email) {
        Uni<Boolean> any = Uni.createFrom().item(false);
        for (AddressReservation reservation : reservations) {
            any = any.chain(found -> found ? Uni.createFrom().item(true) : reservation.reserved(email));
        }
        return any;
    }
}
