package org.ectsuite.auth.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as the other features see it.
 *
 * @param name empty until its owner writes it
 * @param calls today's, GMRS and earlier callsigns
 * @param zone IANA time zone
 * @param locale BCP 47 language tag
 * @param location for its owner and for administrators alone
 * @param ban the suspension last spoken and not lifted, even if it is over by itself
 * @param version counts the changes
 */
public record AccountView(
        UUID id,
        EmailAddress email,
        String name,
        Callsigns calls,
        String zone,
        String locale,
        @Nullable Location location,
        Role role,
        @Nullable Ban ban,
        @Nullable Instant lastSeenAt,
        Instant createdAt,
        long version) {

    /** The callsign of today. */
    public @Nullable String callsign() {
        return calls.own();
    }

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
                new Callsigns(account.callsign, account.gmrsCallsign, earlier(account)),
                account.zone,
                account.locale,
                location(account),
                account.role,
                ban,
                account.lastSeenAt,
                account.createdAt,
                account.version);
    }

    private static List<String> earlier(Account account) {
        return account.earlierCallsigns.isEmpty() ? List.of() : List.of(account.earlierCallsigns.split(" ", -1));
    }

    private static @Nullable Location location(Account account) {
        Location location = new Location(account.place, account.grid, account.latitude, account.longitude);
        return location.equals(Location.NOWHERE) ? null : location;
    }
}
