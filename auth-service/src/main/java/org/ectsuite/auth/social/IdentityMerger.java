package org.ectsuite.auth.social;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.MergerPart;

/** Identities go along when their account goes into another: their owner comes in by them as before. */
@ApplicationScoped
class IdentityMerger implements MergerPart {

    private final IdentityRepository identities;

    IdentityMerger(IdentityRepository identities) {
        this.identities = identities;
    }

    @Override
    @WithTransaction
    public Uni<Void> move(AccountView from, AccountView into, boolean unproven) {
        return identities
                .update("accountId = ?1 where accountId = ?2", into.id(), from.id())
                .replaceWithVoid();
    }
}
