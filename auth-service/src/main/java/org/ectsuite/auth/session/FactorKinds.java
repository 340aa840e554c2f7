package org.ectsuite.auth.session;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All kinds of factors together. */
@ApplicationScoped
public class FactorKinds {

    private final List<FactorKind> kinds;

    FactorKinds(@All List<FactorKind> kinds) {
        this.kinds = kinds;
    }

    /** Whether the account has a factor, of whatever kind. */
    public Uni<Boolean> heldBy(UUID accountId) {
        Uni<Boolean> held = Uni.createFrom().item(false);
        for (FactorKind kind : kinds) {
            held = held.chain(found -> found ? Uni.createFrom().item(true) : kind.heldBy(accountId));
        }
        return held;
    }

    /** Takes all factors from an account; gives whether there were any. */
    public Uni<Boolean> takeFrom(UUID accountId) {
        Uni<Boolean> taken = Uni.createFrom().item(false);
        for (FactorKind kind : kinds) {
            taken = taken.chain(before -> kind.takeFrom(accountId).map(now -> before || now));
        }
        return taken;
    }
}
