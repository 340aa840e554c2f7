package org.ectsuite.media.scan;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Keeps two replicas from scanning one library at the same time: an advisory lock of PostgreSQL, which goes away with
 * its connection, and so with the service that held it. Blocking.
 */
@ApplicationScoped
class ScanLock {

    private static final Logger LOG = Logger.getLogger(ScanLock.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NAME = "media-scan:";

    private final Pool pool;

    ScanLock(Pool pool) {
        this.pool = pool;
    }

    /** A lock that is held until it is closed or its connection breaks. */
    static final class Held implements AutoCloseable {

        private final SqlConnection connection;
        private final UUID library;
        private final AtomicBoolean lost = new AtomicBoolean();

        private Held(SqlConnection connection, UUID library) {
            this.connection = connection;
            this.library = library;
            connection.closeHandler(() -> lost.set(true));
        }

        /** Whether the connection broke, and with it the lock. */
        boolean isLost() {
            return lost.get();
        }

        @Override
        public void close() {
            try {
                if (!lost.get()) {
                    connection
                            .preparedQuery("SELECT pg_advisory_unlock(hashtextextended($1, 0))")
                            .execute(Tuple.of(NAME + library))
                            .await()
                            .atMost(PATIENCE);
                }
            } catch (RuntimeException e) {
                LOG.warnf("The lock of library %s was not given back: %s", library, e.getMessage());
            } finally {
                connection.closeAndForget();
            }
        }
    }

    /** The lock of a library, unless somebody holds it. */
    Optional<Held> tryAcquire(UUID library) {
        SqlConnection connection = pool.getConnection().await().atMost(PATIENCE);
        boolean acquired = false;
        try {
            acquired = connection
                    .preparedQuery("SELECT pg_try_advisory_lock(hashtextextended($1, 0))")
                    .execute(Tuple.of(NAME + library))
                    .await()
                    .atMost(PATIENCE)
                    .iterator()
                    .next()
                    .getBoolean(0);
            return acquired ? Optional.of(new Held(connection, library)) : Optional.empty();
        } finally {
            if (!acquired) {
                connection.closeAndForget();
            }
        }
    }
}
