package org.ectsuite.auth.addressban;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When failures become a ban.
 *
 * @param failures with so many there is a ban; 0: never
 * @param period in which they are counted
 * @param length of a ban
 */
record BanRule(int failures, Duration period, Duration length) {

    BanRule {
        if (failures < 0 || !period.isPositive() || !length.isPositive()) {
            throw new IllegalArgumentException("Bans need a number of failures, a period and a length");
        }
    }

    boolean on() {
        return failures > 0;
    }

    /** The start of the period that ends now; failures of that very instant have left it. */
    Instant since(Instant now) {
        return now.minus(period);
    }

    /**
     * Until when a network is banned; empty if it is not.
     *
     * @param counted failures after {@link #since}, the present one among them
     */
    Optional<Instant> bannedUntil(long counted, Instant now) {
        return on() && counted >= failures ? Optional.of(now.plus(length)) : Optional.empty();
    }
}
