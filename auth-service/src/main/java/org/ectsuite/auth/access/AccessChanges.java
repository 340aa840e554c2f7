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
import org.ectsuite.auth.account.Closing;
import org.ectsuite.auth.account.Role;
import org.ectsuite.auth.factor.RecentProof;
import org.ectsuite.auth.notice.SecurityAlerts;
import org.ectsuite.auth.notice.SecurityEvent;
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
    private final Administrators administrators;
    private final RecentProof proof;
    private final Sessions sessions;
    private final RevocationLedger revocations;
    private final SecurityAlerts alerts;
    private final AuditTrail audit;
    private final Clock clock;

    AccessChanges(
            Accounts accounts,
            Administrators administrators,
            RecentProof proof,
            Sessions sessions,
            RevocationLedger revocations,
            SecurityAlerts alerts,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.administrators = administrators;
        this.proof = proof;
        this.sessions = sessions;
        this.revocations = revocations;
        this.alerts = alerts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives a role. Sessions go on; their next access token says the new role. */
    @WithTransaction
    Uni<AccountView> assignRole(UUID id, long expectedVersion, Role role) {
        return accounts.lockAdministrators()
                .chain(administrators -> accounts.get(id)
                        .invoke(before -> Versions.check(expectedVersion, before.version()))
                        .invoke(this::refuseGone)
                        .invoke(before -> refuse(AccessPolicy.roleChange(id, role, administrators))))
                .chain(before -> before.role() == role
                        ? Uni.createFrom().item(before)
                        : accounts.assignRole(id, role)
                                .call(() -> revocations.revokeSubjectUntilNow(id))
                                .call(after -> record("account.role-changed", before, after))
                                .call(after -> role.compareTo(before.role()) > 0
                                        ? alerts.tell(SecurityEvent.ROLE_GRANTED, after, role.name())
                                        : Uni.createFrom().voidItem()));
    }

    /** Suspends an account: its sessions end, and nobody signs in to it. */
    @WithTransaction
    Uni<AccountView> ban(UUID actor, UUID id, String reason, @Nullable Instant until) {
        Instant now = clock.instant();
        if (until != null && !until.isAfter(now)) {
            refuse(Optional.of(AccessProblem.BAN_IN_THE_PAST));
        }
        return accounts.lockAdministrators()
                .chain(administrators -> accounts.get(id)
                        .invoke(this::refuseGone)
                        .invoke(before -> refuse(AccessPolicy.ban(actor, id, administrators))))
                .chain(before -> close(before, new Ban(Closing.SUSPENSION, reason, now, until), "account.banned"));
    }

    /** Puts an account to rest at an administrator's wish: as a suspension, but nobody's fault. */
    @WithTransaction
    Uni<AccountView> deactivate(UUID actor, UUID id, String reason) {
        return accounts.lockAdministrators()
                .chain(administrators -> accounts.get(id)
                        .invoke(this::refuseGone)
                        .invoke(before -> refuse(AccessPolicy.ban(actor, id, administrators))))
                .chain(before -> rest(before, reason));
    }

    /** Puts the caller's own account to rest. */
    @WithTransaction
    Uni<Void> deactivateOwn(UUID id, UUID sessionId) {
        return proof.require(sessionId)
                .chain(() -> administrators.remainWithout(id))
                .chain(() -> accounts.get(id))
                .chain(before -> rest(before, "By its owner"))
                .replaceWithVoid();
    }

    private Uni<AccountView> rest(AccountView before, String reason) {
        Instant now = clock.instant();
        return switch (before.status(now)) {
            case BANNED ->
                throw new ProblemException(AccessProblem.ACCOUNT_SUSPENDED, AccessProblem.ACCOUNT_SUSPENDED.advice());
            case DEACTIVATED -> Uni.createFrom().item(before);
            default -> close(before, new Ban(Closing.DEACTIVATION, reason, now, null), "account.deactivated");
        };
    }

    private Uni<AccountView> close(AccountView before, Ban ban, String action) {
        UUID id = before.id();
        return accounts.ban(id, ban)
                .call(() -> sessions.endAll(id, EndReason.BAN, null))
                .call(() -> revocations.revokeSubjectUntilNow(id))
                .call(after -> record(action, before, after));
    }

    private void refuseGone(AccountView account) {
        refuse(AccessPolicy.touching(account.status(clock.instant())));
    }

    /** Lifts a suspension, if there is one. */
    @WithTransaction
    Uni<AccountView> unban(UUID id) {
        return open(id, Closing.SUSPENSION, "account.unbanned");
    }

    /** Lets the owner of an account that rests come in again. */
    @WithTransaction
    Uni<AccountView> activate(UUID id) {
        return open(id, Closing.DEACTIVATION, "account.activated");
    }

    private Uni<AccountView> open(UUID id, Closing kind, String action) {
        return accounts.get(id).invoke(this::refuseGone).chain(before -> {
            Ban ban = before.ban();
            return ban == null || ban.kind() != kind
                    ? Uni.createFrom().item(before)
                    : accounts.unban(id).call(after -> record(action, before, after));
        });
    }

    private Uni<Void> record(String action, AccountView before, AccountView after) {
        Instant now = clock.instant();
        return audit.record(AuditEntry.of(action, "account", after.id().toString())
                .before(AdministeredAccount.of(before, now))
                .after(AdministeredAccount.of(after, now)));
    }

    private static void refuse(Optional<AccessProblem> problem) {
        problem.ifPresent(why -> {
            throw new ProblemException(why, why.advice());
        });
    }
}
