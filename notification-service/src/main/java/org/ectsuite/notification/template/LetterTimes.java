package org.ectsuite.notification.template;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as a letter shows them: in the recipient's zone, on the 24-hour clock, with the zone named. */
final class LetterTimes {

    private final Audience audience;
    private final DateTimeFormatter date;
    private final DateTimeFormatter time;
    private final DateTimeFormatter zoneName;

    LetterTimes(Audience audience) {
        this.audience = audience;
        this.date = DateTimeFormatter.ofPattern(datePattern(audience.locale()), audience.locale());
        this.time = DateTimeFormatter.ofPattern("HH:mm", audience.locale());
        this.zoneName = DateTimeFormatter.ofPattern("zzz", audience.locale());
    }

    /** {@code Thursday, 12 March 2026}. */
    String date(Instant instant) {
        return date.format(local(instant));
    }

    /** {@code 19:30}. */
    String time(Instant instant) {
        return time.format(local(instant));
    }

    /** {@code 19:30 CET}. */
    String timeWithZone(Instant instant) {
        return time(instant) + " " + zone(instant);
    }

    /** {@code Thursday, 12 March 2026, 19:30 CET}. */
    String dateAndTime(Instant instant) {
        return date(instant) + ", " + timeWithZone(instant);
    }

    /** The name of the recipient's zone at that moment: {@code CET}, {@code CEST}, {@code UTC}. */
    String zone(Instant instant) {
        return isUtc() ? "UTC" : zoneName.format(local(instant));
    }

    /** {@code 19:30 – 20:15 CET (18:30 – 19:15 UTC)}; with dates where the two are not on one day. */
    String span(Instant from, Instant to) {
        boolean oneDay = day(from).equals(day(to));
        String local = (oneDay ? time(from) : date(from) + ", " + time(from)) + " – "
                + (oneDay ? time(to) : date(to) + ", " + time(to)) + " " + zone(to);
        if (isUtc()) {
            return local;
        }
        ZonedDateTime start = from.atZone(ZoneOffset.UTC);
        ZonedDateTime end = to.atZone(ZoneOffset.UTC);
        return local + " (" + time.format(start) + " – " + time.format(end) + " UTC)";
    }

    /** {@code 1 h 5 min}; minutes are rounded down, and less than one is said in the given words. */
    static String duration(Duration duration, String underAMinute) {
        long hours = duration.toHours();
        int minutes = duration.toMinutesPart();
        if (hours == 0 && minutes == 0) {
            return underAMinute;
        }
        if (hours == 0) {
            return minutes + " min";
        }
        return minutes == 0 ? hours + " h" : hours + " h " + minutes + " min";
    }

    private static String datePattern(Locale locale) {
        return locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? "EEEE, d. MMMM uuuu" : "EEEE, d MMMM uuuu";
    }

    private LocalDate day(Instant instant) {
        return local(instant).toLocalDate();
    }

    private boolean isUtc() {
        return audience.zone().equals(ZoneOffset.UTC);
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(audience.zone());
    }
}
