package org.ectsuite.ectlog.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.ectsuite.tokensecurity.Caller;
import org.junit.jupiter.api.Test;

class LiveSocketTest {

    static final Caller CALLER = new Caller(
            "01890a5d-ac96-774b-bcce-b302099a8057",
            UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"),
            UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058"),
            "web",
            "Ann",
            "W1AW",
            Set.of("USER"),
            Set.of(),
            Instant.EPOCH,
            Instant.EPOCH,
            "1",
            "key",
            null);

    @Test
    void sends_messages_in_order_one_at_a_time() {
        // Given
        FakeWire wire = FakeWire.slow();
        LiveSocket socket = socket(wire, 10);

        // When
        socket.offer("a");
        socket.offer("b");
        socket.offer("c");

        // Then
        assertThat(wire.sent).containsExactly("a");
        wire.take();
        assertThat(wire.sent).containsExactly("a", "b");
        wire.takeAll();
        assertThat(wire.sent).containsExactly("a", "b", "c");
    }

    @Test
    void skips_events_that_the_client_has() {
        // Given
        FakeWire wire = FakeWire.fast();
        LiveSocket socket = new LiveSocket(UUID.randomUUID(), wire, 10, 5, CALLER);

        // When
        socket.offer(new Frame(5, "five"));
        socket.offer(new Frame(6, "six"));
        socket.offer(new Frame(6, "six"));
        socket.offer(new Frame(7, "seven"));

        // Then
        assertThat(wire.sent).containsExactly("six", "seven");
        assertThat(socket.cursor()).isEqualTo(7);
    }

    @Test
    void cuts_off_a_client_whose_queue_overflows() {
        // Given
        FakeWire wire = FakeWire.slow();
        LiveSocket socket = socket(wire, 3);

        // When
        for (int i = 0; i < 5; i++) {
            socket.offer("message " + i);
        }

        // Then
        assertThat(wire.closed).isEqualTo(Closing.TOO_SLOW);
        assertThat(socket.isClosed()).isTrue();
        wire.takeAll();
        assertThat(wire.sent).containsExactly("message 0");
    }

    @Test
    void keeps_a_client_whose_queue_is_just_full() {
        // Given
        FakeWire wire = FakeWire.slow();
        LiveSocket socket = socket(wire, 3);

        // When
        for (int i = 0; i < 4; i++) {
            socket.offer("message " + i);
        }

        // Then
        assertThat(wire.closed).isNull();
        wire.takeAll();
        assertThat(wire.sent).hasSize(4);
    }

    @Test
    void sends_only_the_latest_of_what_is_of_interest_as_it_is_now() {
        // Given
        FakeWire wire = FakeWire.slow();
        LiveSocket socket = socket(wire, 10);
        socket.offer("event");

        // When
        socket.offerLatest("one online");
        socket.offerLatest("two online");
        socket.offer("another event");

        // Then
        wire.takeAll();
        assertThat(wire.sent).containsExactly("event", "another event", "two online");
    }

    @Test
    void says_when_the_client_has_taken_everything() {
        // Given
        FakeWire wire = FakeWire.slow();
        LiveSocket socket = socket(wire, 10);
        socket.offer("a");
        socket.offer("b");

        // When
        CompletableFuture<Void> drained = socket.drained().toCompletableFuture();

        // Then
        wire.take();
        assertThat(drained).isNotDone();
        wire.take();
        assertThat(drained).isCompleted();
        assertThat(socket.drained().toCompletableFuture()).isCompleted();
    }

    @Test
    void lets_nobody_wait_for_a_client_that_is_gone() {
        // Given
        FakeWire wire = FakeWire.slow();
        LiveSocket socket = socket(wire, 10);
        socket.offer("a");
        CompletableFuture<Void> drained = socket.drained().toCompletableFuture();

        // When
        wire.breakDown();

        // Then
        assertThat(drained).isCompleted();
        assertThat(socket.isClosed()).isTrue();
        assertThat(wire.closed).isNull();
    }

    @Test
    void sends_nothing_after_it_was_closed() {
        // Given
        FakeWire wire = FakeWire.fast();
        LiveSocket socket = socket(wire, 10);

        // When
        socket.close(Closing.REVOKED);
        socket.close(Closing.TOO_SLOW);
        socket.offer("late");
        socket.offerLatest("late");

        // Then
        assertThat(wire.closed).isEqualTo(Closing.REVOKED);
        assertThat(wire.sent).isEmpty();
    }

    @Test
    void does_not_fill_the_stack_however_much_a_fast_client_takes() {
        // Given
        FakeWire wire = FakeWire.fast();
        LiveSocket socket = socket(wire, 200_000);

        // When
        for (int i = 0; i < 100_000; i++) {
            socket.offer("m");
        }

        // Then
        assertThat(wire.sent).hasSize(100_000);
    }

    static LiveSocket socket(FakeWire wire, int limit) {
        return new LiveSocket(UUID.randomUUID(), wire, limit, 0, CALLER);
    }
}
