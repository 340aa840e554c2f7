package org.ectsuite.auth.access;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.webedge.problem.ProblemException;

/** Sees to it that one administrator always remains, in whatever way accounts go. */
@ApplicationScoped
public class Administrators {

    private final Accounts accounts;

    Administrators(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Fails if an account is the last administrator's. Until the transaction ends nobody else can change who the
     * administrators are.
     */
    @WithTransaction
    public Uni<Void> remainWithout(UUID accountId) {
        return accounts.lockAdministrators()
                .invoke(administrators -> AccessPolicy.leaving(accountId, administrators)
                        .ifPresent(why -> {
                            throw new ProblemException(why, why.advice());
                        }))
                .replaceWithVoid();
    }
}
