package org.ectsuite.ectlog.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What one replica knows of a net that somebody follows. It reads the journal on behalf of all sockets, once, and hands every
 * event to each of them. A socket that joins is first brought up to date by itself, at its own pace, and then goes along with the
 * others.
 *
 * <p>Numbers of the journal have no gaps and become visible in their order, so reading on behind the last known number
 * misses nothing.
 */
final class NetFeed {

    private static final Logger LOG = Logger.getLogger(NetFeed.class);

    /** How many events are read at once, for all and for one that catches up. */
    static final int PAGE = 256;

    private final UUID netId;
    private final JournalReader journal;
    private final int remembered;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<UUID, LiveSocket> joined = new LinkedHashMap<>();
    private final Deque<Frame> recent = new ArrayDeque<>();
    private long position;
    private boolean reading;
    private boolean again;
    private @Nullable String presence;

    /**
     * A feed.
     *
     * @param netId the net
     * @param journal where events are read
     * @param remembered how many of the last events are kept at hand
     * @param position the number of the last event when the feed began
     */
    NetFeed(UUID netId, JournalReader journal, int remembered, long position) {
        this.netId = netId;
        this.journal = journal;
        this.remembered = remembered;
        this.position = position;
    }

    UUID netId() {
        return netId;
    }

    /** The number of the last event that was handed out. */
    long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** Brings a socket up to date, says so by this message of the number, and takes it along from there. */
    void join(LiveSocket socket, LongFunction<String> caughtUp) {
        if (socket.isClosed() || takeAlong(socket, caughtUp)) {
            return;
        }
        journal.read(netId, socket.cursor(), PAGE).whenComplete((frames, failure) -> {
            if (failure != null) {
                LOG.debugf(cause(failure), "The journal of net %s cannot be read", netId);
                socket.close(Closing.UNAVAILABLE);
                return;
            }
            if (frames.isEmpty()) {
                // The feed has seen events that the journal does not show: the database went back in time.
                LOG.warnf("The journal of net %s ends before what was read from it", netId);
                socket.close(Closing.UNAVAILABLE);
                return;
            }
            frames.forEach(socket::offer);
            socket.drained().thenRun(() -> join(socket, caughtUp));
        });
    }

    /** True if what the socket lacks is at hand: then it has it now, and goes along. */
    private boolean takeAlong(LiveSocket socket, LongFunction<String> caughtUp) {
        lock.lock();
        try {
            long cursor = socket.cursor();
            boolean atHand = cursor >= position
                    || (!recent.isEmpty() && recent.getFirst().sequence() <= cursor + 1);
            if (!atHand) {
                return false;
            }
            recent.forEach(socket::offer);
            socket.offer(caughtUp.apply(Math.max(cursor, position)));
            joined.put(socket.id(), socket);
            if (presence != null) {
                socket.offerLatest(presence);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The socket is gone. */
    void leave(LiveSocket socket) {
        lock.lock();
        try {
            joined.remove(socket.id());
        } finally {
            lock.unlock();
        }
    }

    /** The net may have got new events: reads them, one reading at a time. */
    void wake() {
        lock.lock();
        try {
            if (reading) {
                again = true;
                return;
            }
            reading = true;
        } finally {
            lock.unlock();
        }
        readOn();
    }

    private void readOn() {
        journal.read(netId, position(), PAGE).whenComplete((frames, failure) -> {
            if (failure != null) {
                LOG.debugf(cause(failure), "The journal of net %s cannot be read", netId);
            } else {
                handOut(frames);
            }
            if (more(failure == null && frames.size() == PAGE)) {
                readOn();
            }
        });
    }

    private boolean more(boolean certainly) {
        lock.lock();
        try {
            boolean more = certainly || again;
            again = false;
            reading = more;
            return more;
        } finally {
            lock.unlock();
        }
    }

    private void handOut(List<Frame> frames) {
        // Under the lock, so that a socket that joins meanwhile gets them either here or from those at hand.
        lock.lock();
        try {
            List<LiveSocket> listeners = List.copyOf(joined.values());
            for (Frame frame : frames) {
                position = frame.sequence();
                recent.add(frame);
                if (recent.size() > remembered) {
                    recent.removeFirst();
                }
                listeners.forEach(socket -> socket.offer(frame));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Tells all sockets who is online, if that has changed. */
    void present(String message) {
        List<LiveSocket> listeners;
        lock.lock();
        try {
            if (message.equals(presence)) {
                return;
            }
            presence = message;
            listeners = new ArrayList<>(joined.values());
        } finally {
            lock.unlock();
        }
        listeners.forEach(socket -> socket.offerLatest(message));
    }

    /** The sockets that go along. */
    Collection<LiveSocket> sockets() {
        lock.lock();
        try {
            return List.copyOf(joined.values());
        } finally {
            lock.unlock();
        }
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
