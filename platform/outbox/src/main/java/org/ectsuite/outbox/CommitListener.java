package org.ectsuite.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears from PostgreSQL when a transaction with a mail has committed, in whichever replica, and wakes the relay. It keeps
 * one connection of the pool. Without it a mail waits for the next poll.
 */
@ApplicationScoped
class CommitListener {

    private static final Logger LOG = Logger.getLogger(CommitListener.class);
    private static final String CHANNEL = "ect_outbox";
    private static final long RECONNECT_MILLIS = 5_000;

    private final Pool pool;
    private final Vertx vertx;
    private final Relay relay;
    private final boolean serving;
    private final AtomicReference<@Nullable PgConnection> held = new AtomicReference<>();
    private volatile boolean stopping;

    CommitListener(
            Pool pool,
            Vertx vertx,
            Relay relay,
            // An operator's command does nothing by the clock, and would end with mails in its hands.
            @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true") boolean serving) {
        this.pool = pool;
        this.vertx = vertx;
        this.relay = relay;
        this.serving = serving;
    }

    void start(@Observes StartupEvent event) {
        if (serving) {
            listen();
        }
    }

    private void listen() {
        if (stopping) {
            return;
        }
        pool.getConnection()
                .map(PgConnection::cast)
                .chain(this::listenOn)
                .subscribe()
                .with(listening -> LOG.debug("The outbox hears of commits"), failure -> {
                    LOG.debugf(
                            "The outbox does not hear of commits: %s",
                            failure.getClass().getSimpleName());
                    listenLater();
                });
    }

    private Uni<Void> listenOn(PgConnection connection) {
        connection.notificationHandler(notification -> {
            if (CHANNEL.equals(notification.getChannel())) {
                relay.wake();
            }
        });
        connection.closeHandler(this::lost);
        return connection
                .query("LISTEN " + CHANNEL)
                .execute()
                .onFailure()
                .call(connection::close)
                .invoke(() -> {
                    held.set(connection);
                    // What was committed while nobody listened.
                    relay.wake();
                })
                .replaceWithVoid();
    }

    private void lost() {
        if (held.getAndSet(null) != null) {
            listenLater();
        }
    }

    private void listenLater() {
        if (!stopping) {
            vertx.setTimer(RECONNECT_MILLIS, ignored -> listen());
        }
    }

    /** Before the relay stops. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopping = true;
        PgConnection connection = held.getAndSet(null);
        if (connection != null) {
            connection.closeAndForget();
        }
    }
}
