package org.ectsuite.ectlog.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A connection that takes messages at once, or only when a test says so. */
final class FakeWire implements Wire {

    final List<String> sent = new ArrayList<>();
    private final Deque<CompletableFuture<Void>> pending = new ArrayDeque<>();
    private final boolean slow;

    @Nullable Closing closed;

    private FakeWire(boolean slow) {
        this.slow = slow;
    }

    static FakeWire fast() {
        return new FakeWire(false);
    }

    static FakeWire slow() {
        return new FakeWire(true);
    }

    @Override
    public CompletionStage<Void> send(String message) {
        sent.add(message);
        if (!slow) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> taken = new CompletableFuture<>();
        pending.add(taken);
        return taken;
    }

    @Override
    public void close(Closing reason) {
        closed = reason;
    }

    /** Takes the message that was sent last. */
    void take() {
        pending.remove().complete(null);
    }

    /** Takes all messages until nothing more comes. */
    void takeAll() {
        while (!pending.isEmpty()) {
            take();
        }
    }

    /** Breaks. */
    void breakDown() {
        pending.remove().completeExceptionally(new IllegalStateException("broken"));
    }
}
