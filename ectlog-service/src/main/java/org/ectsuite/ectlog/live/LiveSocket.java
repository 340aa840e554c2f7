package org.ectsuite.ectlog.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import org.ectsuite.tokensecurity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * One client of a net. Messages leave one at a time in the order in which they were offered; what the client does not
 * take yet waits in a bounded queue, and a client that lets it overflow is cut off. So memory is bounded by what clients lag
 * behind, and one slow client delays nobody.
 */
final class LiveSocket {

    private final UUID id;
    private final Wire wire;
    private final int limit;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final List<CompletableFuture<Void>> drained = new ArrayList<>();
    private @Nullable String latest;
    private boolean sending;
    private boolean closed;

    private long cursor;
    private volatile Caller caller;

    /**
     * A client.
     *
     * @param id of the connection
     * @param wire the connection
     * @param limit how many messages may wait
     * @param cursor the number of the last event that the client has
     * @param caller whom its token speaks for
     */
    LiveSocket(UUID id, Wire wire, int limit, long cursor, Caller caller) {
        this.id = id;
        this.wire = wire;
        this.limit = limit;
        this.cursor = cursor;
        this.caller = caller;
    }

    UUID id() {
        return id;
    }

    Caller caller() {
        return caller;
    }

    /** The client has brought a fresh token. */
    void become(Caller next) {
        this.caller = next;
    }

    /** The number of the last event that was offered. */
    long cursor() {
        lock.lock();
        try {
            return cursor;
        } finally {
            lock.unlock();
        }
    }

    /** Sends an event unless the client has it. */
    void offer(Frame frame) {
        lock.lock();
        try {
            if (frame.sequence() <= cursor) {
                return;
            }
            cursor = frame.sequence();
        } finally {
            lock.unlock();
        }
        offer(frame.text());
    }

    /** Sends a message after those that wait; closes the socket if too many do. */
    void offer(String message) {
        boolean tooMany;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            tooMany = waiting.size() >= limit;
            if (!tooMany) {
                waiting.add(message);
            }
        } finally {
            lock.unlock();
        }
        if (tooMany) {
            close(Closing.TOO_SLOW);
        } else {
            send();
        }
    }

    /**
     * Sends a message when nothing else waits; a later one takes its place until then. For what is only of interest as it is
     * now.
     */
    void offerLatest(String message) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            latest = message;
        } finally {
            lock.unlock();
        }
        send();
    }

    /** Done when the client has taken all that was offered, or is gone. */
    CompletionStage<Void> drained() {
        lock.lock();
        try {
            if (closed || (!sending && waiting.isEmpty())) {
                return CompletableFuture.completedFuture(null);
            }
            CompletableFuture<Void> done = new CompletableFuture<>();
            drained.add(done);
            return done;
        } finally {
            lock.unlock();
        }
    }

    /** Closes the socket; what waits is not sent any more. */
    void close(Closing reason) {
        if (end()) {
            wire.close(reason);
        }
    }

    /** The connection is gone. */
    void gone() {
        end();
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean end() {
        List<CompletableFuture<Void>> released;
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            closed = true;
            waiting.clear();
            latest = null;
            released = List.copyOf(drained);
            drained.clear();
        } finally {
            lock.unlock();
        }
        released.forEach(done -> done.complete(null));
        return true;
    }

    /** Sends until the connection does not take the next message at once. */
    private void send() {
        lock.lock();
        try {
            if (sending || closed) {
                return;
            }
            sending = true;
        } finally {
            lock.unlock();
        }
        sendNext();
    }

    private void sendNext() {
        while (true) {
            String next = next();
            if (next == null) {
                return;
            }
            CompletableFuture<Void> taken = wire.send(next).toCompletableFuture();
            // A loop rather than a recursion: a connection that takes everything at once would fill the stack.
            if (!taken.isDone() || taken.isCompletedExceptionally()) {
                var _ = taken.whenComplete((nothing, failure) -> {
                    if (failure == null) {
                        sendNext();
                    } else {
                        // The connection is broken; the framework tells so, too.
                        gone();
                    }
                });
                return;
            }
        }
    }

    private @Nullable String next() {
        List<CompletableFuture<Void>> released;
        lock.lock();
        try {
            String next = closed ? null : waiting.poll();
            if (next == null && !closed) {
                next = latest;
                latest = null;
            }
            if (next != null) {
                return next;
            }
            sending = false;
            released = List.copyOf(drained);
            drained.clear();
        } finally {
            lock.unlock();
        }
        released.forEach(done -> done.complete(null));
        return null;
    }
}
