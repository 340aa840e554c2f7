package org.ectsuite.auth.access;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.account.AdministeredAccount;
import org.ectsuite.auth.account.Ban;
import org.ectsuite.auth.account.Role;
import org.ectsuite.auth.revocation.RevocationLedger;
import org.ectsuite.auth.session.EndReason;
import org.ectsuite.auth.session.Sessions;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.version.Versions;
import org.jspecify.annotations.Nullable;

/** Changes what people may do. Whatever was issued to them before is refused everywhere a moment later. */
@ApplicationScoped
class AccessChanges {

    private final Accounts accounts;
    private final Sessions sessions;
    private final RevocationLedger revocations;
    private final AuditTrail audit;
    private final Clock clock;

    AccessChanges(Accounts accounts, Sessions sessions, RevocationLedger revocations, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.revocations = revocations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives a role. Sessions go on; their next access token says the new role. */
    @WithTransaction
    Uni<AccountView> assignRole(UUID id, long expectedVersion, Role role) {
        return accounts.lockAdministrators()
                .chain(administrators -> accounts.get(id)
                        .invoke(before -> Versions.check(expectedVersion, before.version()))
                        .invoke(before -> refuse(AccessPolicy.roleChange(id, role, administrators))))
                .chain(before -> before.role() == role
                        ? Uni.createFrom().item(before)
                        : accounts.assignRole(id, role)
                                .call(() -> revocations.revokeSubjectUntilNow(id))
                                .call(after -> record("account.role-changed", before, after)));
    }

    /** Suspends an account: its sessions end, and nobody signs in to it. */
    @WithTransaction
    Uni<AccountView> ban(UUID actor, UUID id, String reason, @Nullable Instant until) {
        Instant now = clock.instant();
        if (until != null && !until.isAfter(now)) {
            throw new ProblemException(AccessProblem.BAN_IN_THE_PAST, "Name an end that is still to come, or none.");
        }
        return accounts.lockAdministrators()
                .chain(administrators ->
                        accounts.get(id).invoke(before -> refuse(AccessPolicy.ban(actor, id, administrators))))
                .chain(before -> accounts.ban(id, new Ban(reason, now, until))
                        .call(() -> sessions.endAll(id, EndReason.BAN, null))
                        .call(() -> revocations.revokeSubjectUntilNow(id))
                        .call(after -> record("account.banned", before, after)));
    }

    /** Lifts a suspension, if there is one. */
    @WithTransaction
    Uni<AccountView> unban(UUID id) {
        return accounts.get(id)
                .chain(before -> before.ban() == null
                        ? Uni.createFrom().item(before)
                        : accounts.unban(id).call(after -> record("account.unbanned", before, after)));
    }

    private Uni<Void> record(String action, AccountView before, AccountView after) {
        Instant now = clock.instant();
        return audit.record(AuditEntry.of(action, "account", after.id().toString())
                .before(AdministeredAccount.of(before, now))
                .after(AdministeredAccount.of(after, now)));
    }

    private static void refuse(Optional<AccessProblem> problem) {
        problem.ifPresent(why -> {
            throw new ProblemException(
                    why,
                    switch (why) {
                        case LAST_ADMINISTRATOR -> "Make somebody else an administrator first.";
                        case OWN_ACCOUNT -> "Ask another administrator.";
                        case BAN_IN_THE_PAST -> "Name an end that is still to come, or none.";
                    });
        });
    }
}
