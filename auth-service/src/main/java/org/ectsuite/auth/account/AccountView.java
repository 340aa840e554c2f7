package org.ectsuite.auth.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as the other features see it.
 *
 * @param name empty until its owner writes it
 * @param callsign 3 to 20 characters, unique
 * @param zone IANA time zone
 * @param locale BCP 47 language tag
 * @param ban the suspension last spoken and not lifted, even if it is over by itself
 * @param version counts the changes
 */
public record AccountView(
        UUID id,
        EmailAddress email,
        String name,
        @Nullable String callsign,
        String zone,
        String locale,
        Role role,
        @Nullable Ban ban,
        @Nullable Instant lastSeenAt,
        Instant createdAt,
        long version) {

    /** Whether nobody may come in, for whatever reason. */
    public boolean banned(Instant now) {
        return ban != null && ban.inForce(now);
    }

    public AccountStatus status(Instant now) {
        return ban != null && ban.inForce(now) ? ban.kind().status() : AccountStatus.ACTIVE;
    }

    static AccountView of(Account account) {
        Ban ban = account.bannedAt == null || account.banReason == null
                ? null
                : new Ban(account.banKind, account.banReason, account.bannedAt, account.banUntil);
        return new AccountView(
                account.id,
                new EmailAddress(account.email),
                account.name,
                account.callsign,
                account.zone,
                account.locale,
                account.role,
                ban,
                account.lastSeenAt,
                account.createdAt,
                account.version);
    }
}
