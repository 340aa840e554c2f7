package org.ectsuite.notification.delivery;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.ectsuite.notification.message.Lane;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears from PostgreSQL that a message was queued, by whichever replica, and says so at once. Holds one connection and
 * opens a new one when it is lost; until then the workers' own polling has to do.
 */
final class DueListener {

    private static final Logger LOG = Logger.getLogger(DueListener.class);
    private static final String LISTEN = "LISTEN message_due";
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Pool pool;
    private final Consumer<Lane> due;
    private final AtomicReference<@Nullable PgConnection> connection = new AtomicReference<>();
    private final AtomicBoolean stopped = new AtomicBoolean();

    DueListener(Vertx vertx, Pool pool, Consumer<Lane> due) {
        this.vertx = vertx;
        this.pool = pool;
        this.due = due;
    }

    void start() {
        if (stopped.get()) {
            return;
        }
        pool.getConnection()
                .map(PgConnection::cast)
                .compose(connected -> {
                    connection.set(connected);
                    connected.notificationHandler(
                            notification -> lane(notification.getPayload()).ifPresent(due));
                    connected.closeHandler(closed -> again("the connection was closed"));
                    return connected.query(LISTEN).execute();
                })
                .onSuccess(listening -> {
                    // What was queued while nobody listened.
                    Arrays.stream(Lane.values()).forEach(due);
                })
                .onFailure(failure -> {
                    PgConnection half = connection.getAndSet(null);
                    if (half == null) {
                        again(String.valueOf(failure.getMessage()));
                    } else {
                        // Closing it brings us back here by its close handler.
                        half.close();
                    }
                });
    }

    void stop() {
        stopped.set(true);
        PgConnection open = connection.getAndSet(null);
        if (open != null) {
            open.close();
        }
    }

    private void again(String why) {
        if (!stopped.get()) {
            LOG.debugf("Not listening for due messages: %s", why);
            vertx.setTimer(PAUSE.toMillis(), timer -> start());
        }
    }

    private static Optional<Lane> lane(String name) {
        return Arrays.stream(Lane.values())
                .filter(lane -> lane.name().equals(name))
                .findFirst();
    }
}
