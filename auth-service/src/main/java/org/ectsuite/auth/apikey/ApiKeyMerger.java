package org.ectsuite.auth.apikey;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.MergerPart;

/** API keys go along when their account goes into another: programs need not be told. */
@ApplicationScoped
class ApiKeyMerger implements MergerPart {

    private final ApiKeyRepository keys;

    ApiKeyMerger(ApiKeyRepository keys) {
        this.keys = keys;
    }

    @Override
    @WithTransaction
    public Uni<Void> move(AccountView from, AccountView into, boolean unproven) {
        return keys.update("accountId = ?1 where accountId = ?2", into.id(), from.id())
                .replaceWithVoid();
    }
}
