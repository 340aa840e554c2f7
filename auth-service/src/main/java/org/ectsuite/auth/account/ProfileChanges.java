package org.ectsuite.auth.account;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;

/** Changes that people make to their own profile. */
@ApplicationScoped
class ProfileChanges {

    private final Accounts accounts;
    private final AuditTrail audit;

    ProfileChanges(Accounts accounts, AuditTrail audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    @WithTransaction
    Uni<AccountView> write(UUID id, long expectedVersion, Profile profile) {
        return accounts.get(id)
                .chain(before -> accounts.write(id, expectedVersion, profile)
                        .call(after -> audit.record(AuditEntry.of("account.profile-changed", "account", id.toString())
                                .before(AuditedProfile.before(before))
                                .after(AuditedProfile.after(before, after)))));
    }
}
