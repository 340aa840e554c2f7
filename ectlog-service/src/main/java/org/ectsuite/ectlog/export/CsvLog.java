package org.ectsuite.ectlog.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ectsuite.ectlog.checkin.CheckInView;
import org.jspecify.annotations.Nullable;

/**
 * A log as a table for spreadsheets (RFC 4180, UTF-8). It begins with a byte order mark, without which the most common
 * spreadsheet reads José as JosÃ©.
 */
final class CsvLog {

    static final String MEDIA_TYPE = "text/csv; charset=utf-8";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private static final List<String> COLUMNS = List.of(
            "number",
            "checked in",
            "checked out",
            "callsign",
            "base call",
            "tactical",
            "name",
            "location",
            "status",
            "frequency",
            "relayed by",
            "notes",
            "weather",
            "power",
            "re-check of",
            "logged by");

    private CsvLog() {}

    /**
     * The table.
     *
     * @param zone the zone of its times, each of which names its offset
     */
    static String of(NetLog log, ZoneId zone) {
        SortedSet<String> fields = new TreeSet<>();
        log.rows().forEach(row -> fields.addAll(row.customFields().keySet()));
        StringWriter text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            List<String> head = new ArrayList<>(COLUMNS);
            fields.forEach(field -> head.add(harmless(field)));
            csv.writeRecord(head);
            log.rows().forEach(row -> csv.writeRecord(cells(log, row, fields, zone)));
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail", e);
        }
        return text.toString();
    }

    private static List<String> cells(NetLog log, CheckInView row, SortedSet<String> fields, ZoneId zone) {
        Integer first = log.firstOf(row);
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(row.number()));
        cells.add(time(row.checkedInAt(), zone));
        cells.add(time(row.checkedOutAt(), zone));
        cells.add(row.callsign());
        cells.add(row.base());
        cells.add(row.tactical() ? "yes" : "no");
        cells.add(harmless(row.name()));
        cells.add(harmless(row.location()));
        cells.add(row.status().name());
        cells.add(harmless(log.frequencyOf(row)));
        cells.add(harmless(row.relayedBy()));
        cells.add(harmless(row.notes()));
        cells.add(harmless(row.weather()));
        cells.add(harmless(row.power()));
        cells.add(first == null ? "" : first.toString());
        cells.add(harmless(row.loggedBy().label()));
        fields.forEach(field -> cells.add(harmless(row.customFields().get(field))));
        return cells;
    }

    private static String time(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "" : TIME.format(instant.atZone(zone));
    }

    /**
     * A text that no spreadsheet takes for a formula: one that could be is led by an apostrophe, as OWASP advises. Blanks
     * before it do not hide it.
     */
    static String harmless(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String bare = text.stripLeading();
        boolean formula = !bare.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(bare.charAt(0)) >= 0;
        boolean control = !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
        return formula || control ? "'" + text : text;
    }
}
