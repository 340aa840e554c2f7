package org.ectsuite.auth.registration;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.auth.account.EmailAddress;

/** Access to the table of invitations. */
@ApplicationScoped
class InvitationRepository implements PanacheRepositoryBase<Invitation, UUID> {

    /** The one of an address that is pending, even if it has ended by itself. */
    Uni<Optional<Invitation>> pending(EmailAddress email) {
        return find("emailKey = ?1 and state = ?2", email.key(), Invitation.State.PENDING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }
}
