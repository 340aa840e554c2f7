package org.ectsuite.auth.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it, without its location: that is asked for by itself.
 *
 * @param banReason present unless active
 * @param banUntil absent unless active: without end
 * @param lastSeenAt when its owner last signed in or renewed a session
 */
@Schema(name = "Account")
public record AdministeredAccount(
        UUID id,
        String email,
        String name,
        @Nullable String callsign,
        @Nullable String gmrsCallsign,
        List<String> earlierCallsigns,
        Role role,
        AccountStatus status,
        @Nullable String banReason,
        @Nullable Instant banUntil,
        @Nullable Instant lastSeenAt,
        Instant createdAt,
        long version) {

    /** As of now: a suspension that is over by itself is none. */
    public static AdministeredAccount of(AccountView account, Instant now) {
        Ban ban = account.banned(now) ? account.ban() : null;
        return new AdministeredAccount(
                account.id(),
                account.email().text(),
                account.name(),
                account.calls().own(),
                account.calls().gmrs(),
                account.calls().earlier(),
                account.role(),
                account.status(now),
                ban == null ? null : ban.reason(),
                ban == null ? null : ban.until(),
                account.lastSeenAt(),
                account.createdAt(),
                account.version());
    }
}
