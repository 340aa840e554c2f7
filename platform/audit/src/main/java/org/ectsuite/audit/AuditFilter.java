package org.ectsuite.audit;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.ectsuite.webedge.page.Cursor;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Which events are asked for: a WHERE clause and its values. */
final class AuditFilter {

    private final List<String> conditions = new ArrayList<>();
    private final Tuple values = Tuple.tuple();

    AuditFilter equal(String column, @Nullable String value) {
        if (value != null) {
            values.addString(value);
            conditions.add(column + " = $" + values.size());
        }
        return this;
    }

    /** Events of whoever has this subject, or this callsign in any case. */
    AuditFilter actor(@Nullable String subjectOrCallsign) {
        if (subjectOrCallsign != null) {
            values.addString(subjectOrCallsign);
            String value = "$" + values.size();
            conditions.add("(actor_subject = " + value + " OR upper(actor_callsign) = upper(" + value + "))");
        }
        return this;
    }

    /** Events with this text in action, object id or name of the actor, whatever the case. */
    AuditFilter text(@Nullable String part) {
        if (part != null) {
            values.addString(part);
            String found = "position(lower($" + values.size() + ") in lower(";
            conditions.add("(" + found + "action)) > 0 OR " + found + "object_id)) > 0 OR " + found
                    + "coalesce(actor_name, ''))) > 0)");
        }
        return this;
    }

    /** What somebody did, and what was done to the object of this type that has his id. */
    AuditFilter concerning(String subject, String type) {
        values.addString(subject);
        String who = "$" + values.size();
        values.addString(type);
        conditions.add(
                "(actor_subject = " + who + " OR (object_type = $" + values.size() + " AND object_id = " + who + "))");
        return this;
    }

    /** Events at this instant, in RFC 3339, or later. */
    AuditFilter from(@Nullable String instant) {
        return time("from", "at >= $", instant);
    }

    /** Events before this instant, in RFC 3339. */
    AuditFilter to(@Nullable String instant) {
        return time("to", "at < $", instant);
    }

    /** Events that follow the last one of the page before, newest first. */
    AuditFilter after(@Nullable String cursor) {
        if (cursor != null) {
            values.addLong(position(cursor));
            conditions.add("position < $" + values.size());
        }
        return this;
    }

    /** The WHERE clause, which may be empty. */
    String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    Tuple values() {
        return values;
    }

    static String cursor(AuditEvent event) {
        return Cursor.encode(event.position());
    }

    private AuditFilter time(String parameter, String condition, @Nullable String text) {
        if (text != null) {
            values.addOffsetDateTime(OffsetDateTime.ofInstant(instant(parameter, text), ZoneOffset.UTC));
            conditions.add(condition + values.size());
        }
        return this;
    }

    private static Instant instant(String parameter, String text) {
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(parameter, "is not a time as 2026-01-31T20:15:00Z");
        }
    }

    private static long position(String cursor) {
        try {
            return Long.parseLong(Cursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw ProblemException.invalid("cursor", "is not a cursor of this list");
        }
    }
}
