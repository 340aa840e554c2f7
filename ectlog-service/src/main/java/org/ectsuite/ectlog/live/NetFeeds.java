package org.ectsuite.ectlog.live;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ectsuite.ectlog.journal.NetAdvanced;
import org.ectsuite.tokensecurity.RevocationList;
import org.ectsuite.tokensecurity.RevocationsChanged;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The nets that clients of this replica follow. */
@ApplicationScoped
class NetFeeds {

    private static final Logger LOG = Logger.getLogger(NetFeeds.class);

    /** A feed and the sockets that belong to it, those included that are still being brought up to date. */
    private record Followed(NetFeed feed, Map<UUID, LiveSocket> sockets) {}

    private final Map<UUID, Followed> followed = new ConcurrentHashMap<>();
    private final LiveStore store;
    private final Announcements announcements;
    private final RevocationList revocations;
    private final LiveConfig config;

    NetFeeds(LiveStore store, Announcements announcements, RevocationList revocations, LiveConfig config) {
        this.store = store;
        this.announcements = announcements;
        this.revocations = revocations;
        this.config = config;
    }

    /**
     * A socket follows a net from now on.
     *
     * @param sequence the number of the net's last event, as it was read for this socket
     */
    void follow(UUID netId, LiveSocket socket, long sequence) {
        Followed now = followed.compute(netId, (id, present) -> {
            Followed found = present == null
                    ? new Followed(new NetFeed(id, store, config.recent(), sequence), new ConcurrentHashMap<>())
                    : present;
            found.sockets().put(socket.id(), socket);
            return found;
        });
        now.feed().join(socket, number -> store.text(new ServerMessage.CaughtUp(number)));
        // The feed may lag behind what this socket was told when it was opened.
        now.feed().wake();
    }

    /** A socket is gone; with the last one of a net its feed goes, too. */
    void leave(UUID netId, LiveSocket socket) {
        socket.gone();
        followed.computeIfPresent(netId, (id, present) -> {
            present.feed().leave(socket);
            present.sockets().remove(socket.id());
            return present.sockets().isEmpty() ? null : present;
        });
    }

    /** The feed of a net, if somebody here follows it. */
    @Nullable NetFeed find(UUID netId) {
        Followed found = followed.get(netId);
        return found == null ? null : found.feed();
    }

    /** All sockets with their nets. */
    Stream<Map.Entry<UUID, LiveSocket>> all() {
        return followed.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().sockets().values().stream().map(socket -> Map.entry(entry.getKey(), socket)));
    }

    /** How many sockets a person has open here. */
    long openedBy(@Nullable UUID userId) {
        return all().filter(entry -> Objects.equals(entry.getValue().caller().userId(), userId))
                .count();
    }

    void advanced(@Observes NetAdvanced advanced) {
        wake(advanced.netId());
        announcements.announce(Announcements.Topic.JOURNAL, advanced.netId());
    }

    void heard(@Observes Announcements.Heard heard) {
        if (heard.topic() == Announcements.Topic.JOURNAL) {
            wake(heard.netId());
        }
    }

    /** Whoever was revoked loses the socket at once. */
    void revoked(@Observes RevocationsChanged changed) {
        all().map(Map.Entry::getValue)
                .filter(socket -> revocations.revoked(socket.caller()))
                .forEach(socket -> socket.close(Closing.REVOKED));
    }

    /** Clients hear at once that this replica stops, and resume at another one. */
    void stopping(@Observes ShutdownDelayInitiatedEvent event) {
        all().map(Map.Entry::getValue).forEach(socket -> socket.close(Closing.STOPPING));
    }

    /** Finds what no announcement told of. */
    @Scheduled(
            identity = "live-look-again",
            every = "${ect.ectlog.live.look-again}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> lookAgain() {
        List<UUID> nets = List.copyOf(followed.keySet());
        if (nets.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.sequences(nets)
                .invoke(sequences -> nets.forEach(netId -> compare(netId, sequences.get(netId))))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.debugf(
                            "Journals cannot be looked at: %s",
                            failure.getClass().getSimpleName());
                    return Uni.createFrom().voidItem();
                });
    }

    private void compare(UUID netId, @Nullable Long sequence) {
        Followed found = followed.get(netId);
        if (found == null) {
            return;
        }
        if (sequence == null) {
            close(found.sockets().values(), Closing.NET_GONE);
        } else if (sequence > found.feed().position()) {
            found.feed().wake();
        }
    }

    private void wake(UUID netId) {
        NetFeed feed = find(netId);
        if (feed != null) {
            feed.wake();
        }
    }

    private static void close(Collection<LiveSocket> sockets, Closing reason) {
        List.copyOf(sockets).forEach(socket -> socket.close(reason));
    }
}
