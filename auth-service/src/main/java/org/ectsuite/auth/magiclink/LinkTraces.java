package org.ectsuite.auth.magiclink;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.auth.account.MailboxTraces;

/** Requests for a link of somebody who is forgotten go with him. */
@ApplicationScoped
class LinkTraces implements MailboxTraces {

    private final MagicLinkRepository links;

    LinkTraces(MagicLinkRepository links) {
        this.links = links;
    }

    @Override
    @WithTransaction
    public Uni<Void> forget(EmailAddress email) {
        return links.delete("emailKey", email.key()).replaceWithVoid();
    }
}
