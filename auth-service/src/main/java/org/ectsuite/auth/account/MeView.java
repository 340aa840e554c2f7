package org.ectsuite.auth.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The caller's own account. */
public record MeView(
        UUID id,
        String email,
        String name,
        @Nullable String callsign,
        String zone,
        String locale,
        Role role,
        long version) {

    static MeView of(AccountView account) {
        return new MeView(
                account.id(),
                account.email().text(),
                account.name(),
                account.callsign(),
                account.zone(),
                account.locale(),
                account.role(),
                account.version());
    }
}
