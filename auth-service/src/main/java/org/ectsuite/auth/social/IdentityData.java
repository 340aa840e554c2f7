package org.ectsuite.auth.social;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.ectsuite.auth.account.OwnDataPart;

/** Accounts elsewhere, among what people can take with them. */
@ApplicationScoped
class IdentityData implements OwnDataPart {

    private final Identities identities;

    IdentityData(Identities identities) {
        this.identities = identities;
    }

    @Override
    public String name() {
        return "identities";
    }

    @Override
    public Uni<List<IdentityView>> of(UUID accountId) {
        return identities.list(accountId);
    }
}
