package org.ectsuite.auth.consent;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.MergerPart;

/** Consents go along when their account goes into another; where both have one, the other's counts. */
@ApplicationScoped
class ConsentMerger implements MergerPart {

    private final ConsentRepository consents;

    ConsentMerger(ConsentRepository consents) {
        this.consents = consents;
    }

    @Override
    @WithTransaction
    public Uni<Void> move(AccountView from, AccountView into, boolean unproven) {
        return consents.update(
                        "accountId = ?1 where accountId = ?2"
                                + " and clientId not in (select c.clientId from ConsentRow c where c.accountId = ?1)",
                        into.id(),
                        from.id())
                .replaceWithVoid();
    }
}
