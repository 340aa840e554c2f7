package org.ectsuite.auth.merger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.auth.account.AccountView;

/** Which accounts may become one. Only administrators ask; this says what even they may not do. */
final class MergerPolicy {

    private MergerPolicy() {}

    /** Why one account may not go into the other; empty if it may. */
    static Optional<MergerProblem> refusal(UUID actor, AccountView from, AccountView into, Instant now) {
        if (from.id().equals(into.id())) {
            return Optional.of(MergerProblem.SAME_ACCOUNT);
        }
        if (from.id().equals(actor)) {
            return Optional.of(MergerProblem.OWN_ACCOUNT_GOES);
        }
        if (from.banned(now) || into.banned(now)) {
            return Optional.of(MergerProblem.ACCOUNT_CLOSED);
        }
        return from.role() == into.role() ? Optional.empty() : Optional.of(MergerProblem.ROLES_DIFFER);
    }
}
