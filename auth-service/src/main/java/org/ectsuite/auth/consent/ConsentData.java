package org.ectsuite.auth.consent;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.auth.account.OwnDataPart;

/** What somebody has agreed to, among what people can take with them. */
@ApplicationScoped
class ConsentData implements OwnDataPart {

    private final Consents consents;

    ConsentData(Consents consents) {
        this.consents = consents;
    }

    @Override
    public String name() {
        return "consents";
    }

    @Override
    public Uni<ConsentView.All> of(UUID accountId) {
        return consents.of(accountId);
    }
}
