package org.ectsuite.media.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as tags write them: RFC 3339 and its looser forms, EXIF ({@code 2026:03:14 18:05:09}) and PDF ({@code
 * D:20260314180509+01'00'}). A time without an offset is one of the team's zone; a lone year or month is no time.
 */
final class RecordedTime {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final Pattern LOOSE = Pattern.compile("(\\d{4})[-:./](\\d{1,2})[-:./](\\d{1,2})"
            + "(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?)?"
            + "\\s*(Z|[+-]\\d{2}:?\\d{2})?\\s*");
    private static final Pattern PDF = Pattern.compile(
            "(?:D:)?(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(?:(\\d{2})(\\d{2})?)?)?(Z|[+-]\\d{2}'?(?:\\d{2})?'?)?.*");

    private RecordedTime() {}

    static boolean isPlausible(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    }

    /** The instant that a tag's text stands for, or null when it is none. */
    static @Nullable Instant parse(@Nullable String text, ZoneId zone) {
        return text == null || text.length() > 64 ? null : parse(LOOSE.matcher(text.strip()), zone);
    }

    /** The instant that a PDF date stands for (ISO 32000-1, 7.9.4), or null when it is none. */
    static @Nullable Instant parsePdf(@Nullable String text, ZoneId zone) {
        return text == null || text.length() > 64 ? null : parse(PDF.matcher(text.strip()), zone);
    }

    /** An EXIF time and, where the camera knew it, its offset from UTC. */
    static @Nullable Instant parseExif(@Nullable String text, @Nullable String offset, ZoneId zone) {
        return parse(text == null || offset == null ? text : text.strip() + offset.strip(), zone);
    }

    private static @Nullable Instant parse(Matcher parts, ZoneId zone) {
        if (!parts.matches()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
            LocalTime time = LocalTime.of(number(parts, 4), number(parts, 5), number(parts, 6));
            Instant instant = LocalDateTime.of(date, time)
                    .atZone(zone(parts.group(7), zone))
                    .toInstant();
            return isPlausible(instant) ? instant : null;
        } catch (DateTimeException e) {
            // The 31st of February: no time.
            return null;
        }
    }

    private static int number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static ZoneId zone(@Nullable String offset, ZoneId zone) {
        if (offset == null) {
            return zone;
        }
        String digits = offset.replaceAll("[^0-9]", "");
        if (digits.isEmpty()) {
            return ZoneOffset.UTC;
        }
        int sign = offset.charAt(0) == '-' ? -1 : 1;
        int hours = Integer.parseInt(digits.substring(0, 2));
        int minutes = digits.length() >= 4 ? Integer.parseInt(digits.substring(2, 4)) : 0;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }
}
