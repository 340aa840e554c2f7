package org.ectsuite.audit;

import java.util.Arrays;
import java.util.List;
import org.ectsuite.webedge.table.CsvText;
import org.jspecify.annotations.Nullable;

/** The audit trail as a table for spreadsheets. */
final class AuditTable {

    private static final List<String> COLUMNS = List.of(
            "position",
            "at",
            "actor",
            "actor name",
            "actor callsign",
            "client",
            "action",
            "object type",
            "object id",
            "before",
            "after",
            "client address",
            "request id",
            "id");

    private AuditTable() {}

    static String head() {
        return CsvText.head(COLUMNS);
    }

    static String rows(List<AuditEventView> events) {
        return CsvText.rows(events.stream().map(AuditTable::cells).toList());
    }

    private static List<@Nullable String> cells(AuditEventView event) {
        return Arrays.asList(
                Long.toString(event.position()),
                event.at().toString(),
                event.actor().subject(),
                event.actor().name(),
                event.actor().callsign(),
                event.actor().client(),
                event.action(),
                event.objectType(),
                event.objectId(),
                event.before(),
                event.after(),
                event.clientAddress(),
                event.requestId(),
                event.id().toString());
    }
}
