package org.ectsuite.notification.preference;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.ectsuite.notification.template.MailData;
import org.ectsuite.notification.template.MailKind;

/**
 * What somebody wants in one mail a day.
 *
 * @param at when, on the clock of the person's zone
 * @param kinds the kinds of mail that it takes the place of
 */
record DigestWish(LocalTime at, Set<MailKind> kinds) {

    /** As it was stored; a kind that is no more is left out. */
    static DigestWish stored(LocalTime at, String kinds) {
        Set<MailKind> known = EnumSet.noneOf(MailKind.class);
        Arrays.stream(kinds.split(",", -1)).forEach(name -> MailKind.of(name).ifPresent(known::add));
        return new DigestWish(at, known);
    }

    /** The kinds, each between commas. */
    String storedKinds() {
        return kinds.stream().map(MailKind::wireName).collect(Collectors.joining(",", ",", ","));
    }

    /** Whether the mail goes into the digest; an emergency never does. */
    boolean takes(MailData data) {
        return kinds.contains(data.kind()) && data.kind().digestible() && !data.passesQuietHours();
    }

    /** When the next digest goes out, after {@code now}. */
    Instant next(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        // A time that a change of the clocks skips is the one after the gap.
        Instant today = local.toLocalDate().atTime(at).atZone(zone).toInstant();
        return today.isAfter(now)
                ? today
                : local.toLocalDate().plusDays(1).atTime(at).atZone(zone).toInstant();
    }
}
