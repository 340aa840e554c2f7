package org.ectsuite.auth.registration;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.auth.account.MailboxTraces;

/** Invitations of somebody who is forgotten go with him. */
@ApplicationScoped
class InvitationTraces implements MailboxTraces {

    private final InvitationRepository invitations;

    InvitationTraces(InvitationRepository invitations) {
        this.invitations = invitations;
    }

    @Override
    @WithTransaction
    public Uni<Void> forget(EmailAddress email) {
        return invitations.delete("emailKey", email.key()).replaceWithVoid();
    }
}
