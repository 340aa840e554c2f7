package org.ectsuite.ectlog.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ectsuite.ectlog.checkin.CheckInView;
import org.ectsuite.webedge.table.CsvText;
import org.jspecify.annotations.Nullable;

/** A log as a table for spreadsheets. */
final class CsvLog {

    static final String MEDIA_TYPE = CsvText.MEDIA_TYPE;

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
        List<String> head = new ArrayList<>(COLUMNS);
        head.addAll(fields);
        return CsvText.head(head)
                + CsvText.rows(log.rows().stream()
                        .map(row -> cells(log, row, fields, zone))
                        .toList());
    }

    private static List<@Nullable String> cells(NetLog log, CheckInView row, SortedSet<String> fields, ZoneId zone) {
        Integer first = log.firstOf(row);
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(Integer.toString(row.number()));
        cells.add(time(row.checkedInAt(), zone));
        cells.add(time(row.checkedOutAt(), zone));
        cells.add(row.callsign());
        cells.add(row.base());
        cells.add(row.tactical() ? "yes" : "no");
        cells.add(row.name());
        cells.add(row.location());
        cells.add(row.status().name());
        cells.add(log.frequencyOf(row));
        cells.add(row.relayedBy());
        cells.add(row.notes());
        cells.add(row.weather());
        cells.add(row.power());
        cells.add(first == null ? "" : first.toString());
        cells.add(row.loggedBy().label());
        fields.forEach(field -> cells.add(row.customFields().get(field)));
        return cells;
    }

    private static String time(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "" : TIME.format(instant.atZone(zone));
    }
}
