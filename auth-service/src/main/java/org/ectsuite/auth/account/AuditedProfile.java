package org.ectsuite.auth.account;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A profile as the audit trail keeps it for good: without where somebody is.
 *
 * @param located whether there is a location
 * @param locationChanged whether it is another one than before; said of what came after
 */
@RegisterForReflection
record AuditedProfile(
        UUID id,
        String email,
        String name,
        @Nullable String callsign,
        @Nullable String gmrsCallsign,
        List<String> earlierCallsigns,
        String zone,
        String locale,
        Role role,
        long version,
        boolean located,
        @Nullable Boolean locationChanged) {

    static AuditedProfile before(AccountView account) {
        return of(account, null);
    }

    static AuditedProfile after(AccountView before, AccountView after) {
        return of(after, !Objects.equals(before.location(), after.location()));
    }

    private static AuditedProfile of(AccountView account, @Nullable Boolean locationChanged) {
        return new AuditedProfile(
                account.id(),
                account.email().text(),
                account.name(),
                account.calls().own(),
                account.calls().gmrs(),
                account.calls().earlier(),
                account.zone(),
                account.locale(),
                account.role(),
                account.version(),
                account.location() != null,
                locationChanged);
    }
}
