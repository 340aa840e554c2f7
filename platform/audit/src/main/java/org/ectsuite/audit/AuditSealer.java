package org.ectsuite.audit;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Seals the rows of the trail; any number of replicas may run it.
 *
 * <p>A row becomes visible when its transaction commits, and that may be later than a row with a higher position. So a
 * run first notes a {@link Horizon}: the last position handed out so far, and then a transaction id newer than any
 * transaction that has taken one of these positions. Once all transactions older than that id have ended, no row can
 * appear at or below the horizon any more, and what stands there is sealed.
 */
@ApplicationScoped
class AuditSealer {

    private static final Logger LOG = Logger.getLogger(AuditSealer.class);

    /** The lock under which one replica at a time seals: the letters "ectseal". */
    private static final long LOCK = 0x6563747365616CL;

    private final Pool pool;
    private final Clock clock;
    private final int rowsPerSeal;
    private final AtomicReference<@Nullable Horizon> horizon = new AtomicReference<>();

    AuditSealer(Pool pool, Clock clock, AuditConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.rowsPerSeal = config.rowsPerSeal();
    }

    /**
     * Everything at or below the position is settled once all transactions before this one have ended.
     *
     * @param position the last position that was handed out
     * @param transaction the id of a transaction begun after that
     */
    private record Horizon(long position, long transaction) {}

    @Scheduled(
            identity = "audit-seal",
            every = "${ect.audit.seal-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        Horizon noted = horizon.get();
        if (noted == null) {
            return note();
        }
        return isSettled(noted)
                .chain(settled -> settled
                        ? sealThrough(noted.position()).chain(this::note)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> note() {
        // Two statements, each with a view of its own: the position must be read before the transaction id is drawn.
        return pool.withTransaction(connection -> connection
                        .query("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM audit_event_position_seq")
                        .execute()
                        .map(AuditSealer::number)
                        .chain(position -> lastThrough(connection)
                                .chain(done -> position <= done
                                        ? Uni.createFrom().nullItem()
                                        : connection
                                                .query("SELECT pg_current_xact_id()::text::bigint")
                                                .execute()
                                                .map(rows -> new Horizon(position, number(rows))))))
                .invoke(horizon::set)
                .replaceWithVoid();
    }

    private Uni<Boolean> isSettled(Horizon noted) {
        // A restored database counts its transactions anew: then those of the noted one are all gone.
        return pool.preparedQuery("""
                        SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint > $1
                            OR pg_snapshot_xmax(pg_current_snapshot())::text::bigint < $1 AS settled
                        """)
                .execute(Tuple.of(noted.transaction()))
                .map(rows -> rows.iterator().next().getBoolean("settled"));
    }

    private Uni<Void> sealThrough(long position) {
        return pool.withTransaction(connection -> connection
                        .preparedQuery("SELECT pg_try_advisory_xact_lock($1) AS locked")
                        .execute(Tuple.of(LOCK))
                        .map(rows -> rows.iterator().next().getBoolean("locked"))
                        .chain(locked -> locked
                                ? sealNext(connection, position)
                                : Uni.createFrom().item(false)))
                .chain(more -> more ? sealThrough(position) : Uni.createFrom().voidItem());
    }

    /** Makes one seal; true if rows up to the position are left for another. */
    private Uni<Boolean> sealNext(SqlConnection connection, long position) {
        return lastSeal(connection)
                .chain(last -> connection
                        .preparedQuery("SELECT " + AuditRows.EVENT_COLUMNS
                                + " FROM audit_event WHERE position > $1 AND position <= $2 ORDER BY position LIMIT $3")
                        .mapping(AuditRows::event)
                        .execute(Tuple.of(last == null ? 0L : last.through(), position, rowsPerSeal))
                        .chain(found -> {
                            List<AuditEvent> rows = found.stream().toList();
                            if (rows.isEmpty()) {
                                return Uni.createFrom().item(false);
                            }
                            boolean full = rows.size() == rowsPerSeal;
                            long through = full ? rows.getLast().position() : position;
                            AuditSeal seal = AuditSeal.over(last, through, rows, clock.instant());
                            return insert(connection, seal).replaceWith(full);
                        }));
    }

    private static Uni<@Nullable AuditSeal> lastSeal(SqlConnection connection) {
        return connection
                .query("SELECT " + AuditRows.SEAL_COLUMNS + " FROM audit_seal ORDER BY number DESC LIMIT 1")
                .mapping(AuditRows::seal)
                .execute()
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next());
    }

    private static Uni<Long> lastThrough(SqlConnection connection) {
        return connection
                .query("SELECT coalesce(max(through_position), 0) FROM audit_seal")
                .execute()
                .map(AuditSealer::number);
    }

    private static Uni<Void> insert(SqlConnection connection, AuditSeal seal) {
        return connection
                .preparedQuery("INSERT INTO audit_seal (" + AuditRows.SEAL_COLUMNS
                        + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")
                .execute(AuditRows.values(seal))
                // Whoever collects logs elsewhere holds with this line what the database cannot take back.
                .invoke(() -> LOG.infof("Audit seal %s through position %d", seal.anchor(), seal.through()))
                .replaceWithVoid();
    }

    private static long number(RowSet<Row> rows) {
        return rows.iterator().next().getLong(0);
    }
}
