package org.ectsuite.ectlog.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgNotification;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the other replicas what happened at this one and hears what happened there, through NOTIFY and LISTEN on one
 * connection of the pool that is kept for it.
 *
 * <p>Announcements are sent after the commit and gathered: while one statement is under way, all nets that changed in the meantime wait
 * for the next. NOTIFY in the transactions themselves would make every commit of the database wait for the one before. What a crash or
 * a broken connection swallows is made up for when the journals are looked at again.
 */
@ApplicationScoped
class Announcements {

    /** Something of a net has changed, here or elsewhere. */
    record Heard(Topic topic, UUID netId) {}

    /** What can change. */
    enum Topic {
        JOURNAL("ectlog_journal"),
        PRESENCE("ectlog_presence");

        private final String channel;

        Topic(String channel) {
            this.channel = channel;
        }

        static Optional<Topic> of(String channel) {
            for (Topic topic : values()) {
                if (topic.channel.equals(channel)) {
                    return Optional.of(topic);
                }
            }
            return Optional.empty();
        }
    }

    private record Announcement(Topic topic, UUID netId) {}

    private static final Logger LOG = Logger.getLogger(Announcements.class);
    private static final long RECONNECT_MILLIS = 1_000;

    /** A connection that does not answer for so long is taken for dead; TCP alone would notice after a quarter of an hour. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Pool pool;
    private final Vertx vertx;
    private final Event<Heard> heard;

    private final AtomicReference<@Nullable PgConnection> held = new AtomicReference<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Announcement> waiting = new LinkedHashSet<>();
    private boolean sending;
    private volatile boolean stopping;

    Announcements(Pool pool, Vertx vertx, Event<Heard> heard) {
        this.pool = pool;
        this.vertx = vertx;
        this.heard = heard;
    }

    void start(@Observes StartupEvent event) {
        listen();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopping = true;
        PgConnection connection = held.getAndSet(null);
        if (connection != null) {
            connection.closeAndForget();
        }
    }

    /** Tells the other replicas; never fails and never waits. */
    void announce(Topic topic, UUID netId) {
        lock.lock();
        try {
            waiting.add(new Announcement(topic, netId));
            if (sending) {
                return;
            }
            sending = true;
        } finally {
            lock.unlock();
        }
        sendWaiting();
    }

    /** Whether the connection answers; one that does not is replaced. */
    Uni<Void> probe() {
        PgConnection connection = held.get();
        return connection == null
                ? Uni.createFrom().voidItem()
                : connection
                        .query("SELECT 1")
                        .execute()
                        .ifNoItem()
                        .after(PATIENCE)
                        .fail()
                        .onFailure()
                        .invoke(() -> abandon(connection))
                        .replaceWithVoid();
    }

    private void sendWaiting() {
        Announcement[] batch;
        PgConnection connection = held.get();
        lock.lock();
        try {
            if (waiting.isEmpty() || connection == null) {
                // Without a connection nobody hears anyway; the others look again by themselves.
                waiting.clear();
                sending = false;
                return;
            }
            batch = waiting.toArray(Announcement[]::new);
            waiting.clear();
        } finally {
            lock.unlock();
        }
        String[] channels = new String[batch.length];
        String[] payloads = new String[batch.length];
        for (int i = 0; i < batch.length; i++) {
            channels[i] = batch[i].topic().channel;
            payloads[i] = batch[i].netId().toString();
        }
        connection
                .preparedQuery(
                        "SELECT pg_notify(channel, payload) FROM unnest($1::text[], $2::text[]) AS n (channel, payload)")
                .execute(Tuple.of(channels, payloads))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .subscribe()
                .with(sent -> sendWaiting(), failure -> {
                    LOG.debugf(
                            "Announcements were not sent: %s",
                            failure.getClass().getSimpleName());
                    abandon(connection);
                    sendWaiting();
                });
    }

    private void listen() {
        if (stopping) {
            return;
        }
        pool.getConnection()
                .map(PgConnection::cast)
                .chain(this::listenOn)
                .subscribe()
                .with(listening -> LOG.debug("The other replicas are heard"), failure -> {
                    LOG.debugf(
                            "The other replicas are not heard: %s",
                            failure.getClass().getSimpleName());
                    listenLater();
                });
    }

    private Uni<Void> listenOn(PgConnection connection) {
        int ownProcess = connection.processId();
        connection.notificationHandler(notification -> {
            // This replica's own announcements come back, too, and are no news.
            if (notification.getProcessId() != ownProcess) {
                hear(notification);
            }
        });
        connection.closeHandler(() -> lost(connection));
        return connection
                .query("LISTEN " + Topic.JOURNAL.channel + "; LISTEN " + Topic.PRESENCE.channel)
                .execute()
                .onFailure()
                .call(connection::close)
                .invoke(() -> held.set(connection))
                .replaceWithVoid();
    }

    private void hear(PgNotification notification) {
        Topic.of(notification.getChannel()).ifPresent(topic -> {
            try {
                heard.fire(new Heard(topic, UUID.fromString(notification.getPayload())));
            } catch (IllegalArgumentException e) {
                LOG.warnf("Channel %s carries something that is no net", notification.getChannel());
            }
        });
    }

    private void abandon(PgConnection connection) {
        if (held.compareAndSet(connection, null)) {
            connection.closeAndForget();
            listenLater();
        }
    }

    private void lost(PgConnection connection) {
        if (held.compareAndSet(connection, null)) {
            listenLater();
        }
    }

    private void listenLater() {
        if (!stopping) {
            vertx.setTimer(RECONNECT_MILLIS, ignored -> listen());
        }
    }
}
