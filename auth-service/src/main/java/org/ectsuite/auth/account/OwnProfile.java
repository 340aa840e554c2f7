package org.ectsuite.auth.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The account itself, among what people can take with them. */
@ApplicationScoped
class OwnProfile implements OwnDataPart {

    private final Accounts accounts;

    OwnProfile(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "account";
    }

    @Override
    public Uni<MeView> of(UUID accountId) {
        return accounts.get(accountId).map(MeView::of);
    }
}
