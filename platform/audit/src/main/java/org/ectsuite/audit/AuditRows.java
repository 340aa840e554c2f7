package org.ectsuite.audit;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Rows of the two tables and the records they become. */
final class AuditRows {

    /** before and after as text: PostgreSQL gives jsonb in one normal form, which the seals are made over. */
    static final String EVENT_COLUMNS = """
            position, id, at, actor_subject, actor_name, actor_callsign, actor_client, action, object_type, object_id,
            before::text AS before, after::text AS after, client_address, request_id
            """;

    static final String SEAL_COLUMNS =
            "number, from_position, through_position, row_count, entries, previous, hash, sealed_at";

    private AuditRows() {}

    static AuditEvent event(Row row) {
        return new AuditEvent(
                row.getLong("position"),
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                new AuditActor(
                        row.getString("actor_subject"),
                        row.getString("actor_name"),
                        row.getString("actor_callsign"),
                        row.getString("actor_client")),
                row.getString("action"),
                row.getString("object_type"),
                row.getString("object_id"),
                row.getString("before"),
                row.getString("after"),
                row.getString("client_address"),
                row.getString("request_id"));
    }

    static AuditSeal seal(Row row) {
        return new AuditSeal(
                row.getLong("number"),
                row.getLong("from_position"),
                row.getLong("through_position"),
                row.getInteger("row_count"),
                row.getBuffer("entries").getBytes(),
                row.getBuffer("previous").getBytes(),
                row.getBuffer("hash").getBytes(),
                row.getOffsetDateTime("sealed_at").toInstant());
    }

    /** The values of {@link #SEAL_COLUMNS}. */
    static Tuple values(AuditSeal seal) {
        return Tuple.tuple()
                .addLong(seal.number())
                .addLong(seal.from())
                .addLong(seal.through())
                .addInteger(seal.count())
                .addBuffer(Buffer.buffer(seal.entries()))
                .addBuffer(Buffer.buffer(seal.previous()))
                .addBuffer(Buffer.buffer(seal.hash()))
                .addOffsetDateTime(OffsetDateTime.ofInstant(seal.sealedAt(), ZoneOffset.UTC));
    }
}
