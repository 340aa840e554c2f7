package org.ectsuite.auth.factor;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.auth.account.OwnDataPart;

/** The second factor, without its secret, among what people can take with them. */
@ApplicationScoped
class FactorData implements OwnDataPart {

    private final Factors factors;

    FactorData(Factors factors) {
        this.factors = factors;
    }

    @Override
    public String name() {
        return "secondFactor";
    }

    @Override
    public Uni<SecondFactorView> of(UUID accountId) {
        return factors.view(accountId);
    }
}
