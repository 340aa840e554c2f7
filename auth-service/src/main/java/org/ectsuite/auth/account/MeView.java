package org.ectsuite.auth.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The caller's own account.
 *
 * @param location for the caller's own eyes
 */
public record MeView(
        UUID id,
        String email,
        String name,
        @Nullable String callsign,
        @Nullable String gmrsCallsign,
        List<String> earlierCallsigns,
        String zone,
        String locale,
        @Nullable Location location,
        Role role,
        long version) {

    static MeView of(AccountView account) {
        return new MeView(
                account.id(),
                account.email().text(),
                account.name(),
                account.calls().own(),
                account.calls().gmrs(),
                account.calls().earlier(),
                account.zone(),
                account.locale(),
                account.location(),
                account.role(),
                account.version());
    }
}
