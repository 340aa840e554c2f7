package org.ectsuite.auth.access;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.auth.account.AccountStatus;
import org.ectsuite.auth.account.Role;

/** Which changes of roles and suspensions are allowed. Only administrators ask; this says what even they may not do. */
final class AccessPolicy {

    private AccessPolicy() {}

    /**
     * Why a role may not be given; empty if it may.
     *
     * @param administrators the accounts that are administrators and not suspended
     */
    static Optional<AccessProblem> roleChange(UUID target, Role to, Collection<UUID> administrators) {
        return to != Role.ADMIN && lastOf(administrators, target)
                ? Optional.of(AccessProblem.LAST_ADMINISTRATOR)
                : Optional.empty();
    }

    /**
     * Why an account may not be suspended; empty if it may.
     *
     * @param administrators the accounts that are administrators and not suspended
     */
    static Optional<AccessProblem> ban(UUID actor, UUID target, Collection<UUID> administrators) {
        if (actor.equals(target)) {
            return Optional.of(AccessProblem.OWN_ACCOUNT);
        }
        return lastOf(administrators, target) ? Optional.of(AccessProblem.LAST_ADMINISTRATOR) : Optional.empty();
    }

    /**
     * Why an account may not be closed by its owner, nor emptied; empty if it may.
     *
     * @param administrators the accounts that are administrators and not suspended
     */
    static Optional<AccessProblem> leaving(UUID target, Collection<UUID> administrators) {
        return lastOf(administrators, target) ? Optional.of(AccessProblem.LAST_ADMINISTRATOR) : Optional.empty();
    }

    /** Why an account that is closed like this may not be touched any more; empty if it may. */
    static Optional<AccessProblem> touching(AccountStatus status) {
        return switch (status) {
            case ACTIVE, BANNED, DEACTIVATED -> Optional.empty();
            case ERASED, MERGED -> Optional.of(AccessProblem.ACCOUNT_GONE);
        };
    }

    private static boolean lastOf(Collection<UUID> administrators, UUID target) {
        return administrators.size() == 1 && administrators.contains(target);
    }
}
