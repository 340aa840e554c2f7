package org.ectsuite.ectlog.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ectsuite.ectlog.ids.Ids;
import org.ectsuite.ectlog.operator.Operator;
import org.jboss.logging.Logger;

/**
 * Who is online in which net, over all replicas: a row for each connection and a sign of life for each replica. When rows of a
 * net change, every replica that has clients there reads the list and sends it, at most so often as the list is long.
 * The list is a courtesy: if it cannot be kept, nothing else suffers.
 */
@ApplicationScoped
class PresenceBoard {

    private static final Logger LOG = Logger.getLogger(PresenceBoard.class);

    /** A replica that missed so many signs of life is dead. */
    private static final int BEATS_TO_DEATH = 3;

    private static final Duration PAUSE_PER_PERSON = Duration.ofMillis(2);

    private final UUID replica = Ids.next();
    private final Set<UUID> due = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Integer> people = new ConcurrentHashMap<>();
    private final LiveStore store;
    private final NetFeeds feeds;
    private final Announcements announcements;
    private final LiveConfig config;
    private final Vertx vertx;

    PresenceBoard(LiveStore store, NetFeeds feeds, Announcements announcements, LiveConfig config, Vertx vertx) {
        this.store = store;
        this.feeds = feeds;
        this.announcements = announcements;
        this.config = config;
        this.vertx = vertx;
    }

    /** Somebody opened a net here. */
    void arrive(UUID netId, LiveSocket socket) {
        store.arrive(replica, netId, socket)
                .onFailure()
                // The first connection may come before the first sign of life.
                .recoverWithUni(() -> store.beat(replica).chain(() -> store.arrive(replica, netId, socket)))
                // Who left while the row was being written must not stay in it.
                .chain(() -> socket.isClosed()
                        ? store.leave(socket.id())
                        : Uni.createFrom().voidItem())
                .subscribe()
                .with(done -> changed(netId), PresenceBoard::courtesy);
    }

    /** Somebody closed a net here. */
    void leave(UUID netId, LiveSocket socket) {
        store.leave(socket.id()).subscribe().with(done -> changed(netId), PresenceBoard::courtesy);
    }

    void heard(@Observes Announcements.Heard heard) {
        if (heard.topic() == Announcements.Topic.PRESENCE) {
            refreshSoon(heard.netId());
        }
    }

    /** Says that this replica is there, mends its rows, and forgets replicas that died. */
    @Scheduled(
            identity = "live-heartbeat",
            every = "${ect.ectlog.live.heartbeat}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> beat() {
        return announcements
                .probe()
                .onFailure()
                .recoverWithNull()
                .chain(() -> store.beat(replica))
                .chain(this::mend)
                .chain(() -> store.forgetSilent(silence()))
                .invoke(nets -> nets.forEach(this::changed))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    courtesy(failure);
                    return Uni.createFrom().voidItem();
                });
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        // Best effort: a replica that cannot say good-bye is missed soon.
        store.forget(replica).subscribe().with(done -> {}, PresenceBoard::courtesy);
    }

    /** After a crash of the database, or a long silence of this replica, its rows are gone though its clients are not. */
    private Uni<Void> mend() {
        return store.connections(replica)
                .map(HashSet::new)
                .invoke(written -> feeds.all()
                        .filter(entry -> !written.contains(entry.getValue().id()))
                        .forEach(entry -> arrive(entry.getKey(), entry.getValue())))
                .replaceWithVoid();
    }

    private void changed(UUID netId) {
        announcements.announce(Announcements.Topic.PRESENCE, netId);
        refreshSoon(netId);
    }

    private void refreshSoon(UUID netId) {
        if (feeds.find(netId) == null) {
            people.remove(netId);
            return;
        }
        if (due.add(netId)) {
            Duration pause = config.presencePause().plus(PAUSE_PER_PERSON.multipliedBy(people.getOrDefault(netId, 0)));
            vertx.setTimer(Math.max(1, pause.toMillis()), ignored -> refresh(netId));
        }
    }

    private void refresh(UUID netId) {
        due.remove(netId);
        store.online(netId, silence()).subscribe().with(online -> show(netId, online), PresenceBoard::courtesy);
    }

    private void show(UUID netId, List<Operator> online) {
        NetFeed feed = feeds.find(netId);
        if (feed == null) {
            people.remove(netId);
        } else {
            people.put(netId, online.size());
            feed.present(store.text(new ServerMessage.Presence(online)));
        }
    }

    private Duration silence() {
        return config.heartbeat().multipliedBy(BEATS_TO_DEATH);
    }

    private static void courtesy(Throwable failure) {
        LOG.debugf(
                "Who is online is not known at the moment: %s",
                failure.getClass().getSimpleName());
    }
}
