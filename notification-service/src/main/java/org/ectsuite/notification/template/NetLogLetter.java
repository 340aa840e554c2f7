package org.ectsuite.notification.template;

import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the letter {@code net-log} shows.
 *
 * @param netName name of the net
 * @param description lines of the description; empty if there is none
 * @param ncs net control stations, comma separated; null if there were none
 * @param frequencies each on a line
 * @param date day of the net in the reader's zone
 * @param span from when to when in the reader's zone; null if the net never started
 * @param closed when it was closed, shown where there is no span
 * @param duration how long it lasted; null if it never started
 * @param stations number of stations
 * @param rechecks number of re-checks
 * @param zone name of the reader's zone
 * @param rows the check-ins shown
 * @param more how many further check-ins only the attached log has
 * @param url page of the net
 * @param attachments names of the attached files
 */
@TemplateData
record NetLogLetter(
        String netName,
        List<String> description,
        @Nullable String ncs,
        List<String> frequencies,
        String date,
        @Nullable String span,
        String closed,
        @Nullable String duration,
        int stations,
        int rechecks,
        String zone,
        List<Row> rows,
        int more,
        String url,
        List<String> attachments) {

    /** Mail programs cut a letter off at about 100 kB; so many rows stay below. */
    static final int ROWS_SHOWN = 100;

    /** One check-in as shown; what is unknown is empty. */
    @TemplateData
    record Row(int number, String time, String callsign, String name, String location, String status, String loggedBy) {

        static Row of(NetLog.Row row, LetterTimes times, Words words) {
            return new Row(
                    row.number(),
                    times.time(row.at()),
                    row.callsign(),
                    orEmpty(row.name()),
                    orEmpty(row.location()),
                    words.status(row.status(), statusLabel(row.status())),
                    orEmpty(row.loggedBy()));
        }

        /** Name and location on one line, for narrow screens. Public: templates see nothing else. */
        public String whoAndWhere() {
            return name.isEmpty() || location.isEmpty() ? name + location : name + ", " + location;
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    /** The words that the letter's data become, in the reader's language. */
    interface Words {

        /** A status; {@code label} is what it is called where there is no better word. */
        String status(String status, String label);

        /** Less than a minute. */
        String underAMinute();
    }

    static NetLogLetter of(NetLog data, LetterTimes times, Words words, List<String> attachments) {
        Instant started = data.startedAt();
        List<NetLog.Row> shown =
                data.rows().subList(0, Math.min(ROWS_SHOWN, data.rows().size()));
        return new NetLogLetter(
                data.netName(),
                data.description() == null
                        ? List.of()
                        : PlainText.clean(data.description()).strip().lines().toList(),
                data.ncs().isEmpty() ? null : String.join(", ", data.ncs()),
                data.frequencies(),
                times.date(started == null ? data.closedAt() : started),
                started == null ? null : times.span(started, data.closedAt()),
                times.dateAndTime(data.closedAt()),
                started == null
                        ? null
                        : LetterTimes.duration(Duration.between(started, data.closedAt()), words.underAMinute()),
                data.stations(),
                data.rechecks(),
                times.zone(started == null ? data.closedAt() : started),
                shown.stream().map(row -> Row.of(row, times, words)).toList(),
                data.rows().size() - shown.size(),
                data.url(),
                attachments);
    }

    /** {@code CHECKED_OUT} as {@code Checked out}. */
    static String statusLabel(String status) {
        String words = status.toLowerCase(Locale.ROOT).replace('_', ' ').strip();
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The check-ins as aligned columns for the plain text. Public: templates see nothing else. */
    public String table() {
        TextTable table = new TextTable(List.of(5, 5, 20, 14, 18, 12));
        rows.forEach(row -> table.add(
                Integer.toString(row.number()), row.time(), row.callsign(), row.name(), row.location(), row.status()));
        return table.toString();
    }
}
