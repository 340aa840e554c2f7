package org.ectsuite.notification.preference;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The hours in which no mail shall come, on the clock of a person's zone; they may span midnight.
 *
 * @param from the first quiet minute
 * @param until the first minute that is not quiet any more; differs from {@code from}
 */
record QuietHours(LocalTime from, LocalTime until) {

    QuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("Quiet hours that end when they begin are none or all");
        }
    }

    /** When the quiet hours end that {@code now} falls into; empty if it falls into none. */
    Optional<Instant> endsAt(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean overnight = from.isAfter(until);
        boolean quiet =
                overnight ? !time.isBefore(from) || time.isBefore(until) : !time.isBefore(from) && time.isBefore(until);
        if (!quiet) {
            return Optional.empty();
        }
        ZonedDateTime end = local.toLocalDate().atTime(until).atZone(zone);
        // In the evening they end tomorrow. An hour that a change of the clocks skips or repeats may put the end before
        // now: then they are over.
        if (overnight && !time.isBefore(from)) {
            end = local.toLocalDate().plusDays(1).atTime(until).atZone(zone);
        }
        return Optional.of(end.toInstant()).filter(instant -> instant.isAfter(now));
    }
}
