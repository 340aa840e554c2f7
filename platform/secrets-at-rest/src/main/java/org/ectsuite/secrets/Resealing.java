package org.ectsuite.secrets;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Renews every stored secret that is sealed under another key than the one that encrypts now. */
@ApplicationScoped
public class Resealing {

    private static final Logger LOG = Logger.getLogger(Resealing.class);
    private static final int AT_ONCE = 100;

    private final Pool pool;
    private final SecretBox box;
    private final List<SealedColumn> columns;

    Resealing(Pool pool, SecretBox box, @All List<SealedColumn> columns) {
        this.pool = pool;
        this.box = box;
        this.columns = List.copyOf(columns);
    }

    /**
     * What was done.
     *
     * @param renewed how many secrets are sealed under the present key now
     * @param unreadable how many stay as they are, since their key is not in the keyset or they were changed
     */
    public record Tally(long renewed, long unreadable) {

        Tally plus(Tally other) {
            return new Tally(renewed + other.renewed, unreadable + other.unreadable);
        }
    }

    /** One column after the other, in small steps, beside whatever else goes on. */
    public Uni<Tally> all() {
        Uni<Tally> sum = Uni.createFrom().item(new Tally(0, 0));
        for (SealedColumn column : columns) {
            sum = sum.chain(before -> from(column, "").map(before::plus));
        }
        return sum;
    }

    private Uni<Tally> from(SealedColumn column, String after) {
        return pool.preparedQuery(select(column))
                .execute(Tuple.of(Buffer.buffer(box.currentHeader()), after, AT_ONCE))
                .chain(rows -> renewAll(column, rows));
    }

    private Uni<Tally> renewAll(SealedColumn column, RowSet<Row> rows) {
        List<Row> found = new ArrayList<>();
        rows.forEach(found::add);
        Uni<Tally> sum = Uni.createFrom().item(new Tally(0, 0));
        for (Row row : found) {
            sum = sum.chain(before -> renew(column, row).map(before::plus));
        }
        return found.size() < AT_ONCE
                ? sum
                : sum.chain(before -> from(column, found.getLast().getString(0)).map(before::plus));
    }

    private Uni<Tally> renew(SealedColumn column, Row row) {
        String key = row.getString(0);
        byte[] sealed = row.getBuffer(1).getBytes();
        byte[] renewed;
        try {
            renewed = box.reseal(sealed, column.context(key));
        } catch (UnreadableSecretException e) {
            LOG.warnf("%s.%s of %s: %s", column.table(), column.column(), key, e.getMessage());
            return Uni.createFrom().item(new Tally(0, 1));
        }
        // A row that was changed meanwhile was sealed anew by whoever changed it.
        return pool.preparedQuery(update(column))
                .execute(Tuple.of(Buffer.buffer(renewed), key, Buffer.buffer(sealed)))
                .map(done -> new Tally(done.rowCount(), 0));
    }

    private static String select(SealedColumn of) {
        return """
            select %1$s::text, %2$s from %3$s
            where %2$s is not null and substring(%2$s from 1 for 5) <> $1 and %1$s::text > $2
            order by %1$s::text limit $3\
            """.formatted(of.key(), of.column(), of.table());
    }

    private static String update(SealedColumn of) {
        return "update %3$s set %2$s = $1 where %1$s::text = $2 and %2$s = $3"
                .formatted(of.key(), of.column(), of.table());
    }
}
