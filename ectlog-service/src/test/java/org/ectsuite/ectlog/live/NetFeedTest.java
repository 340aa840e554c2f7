package org.ectsuite.ectlog.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NetFeedTest {

    private static final UUID NET = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    /** A journal whose readings end at once, or when a test says so. */
    private static final class FakeJournal implements JournalReader {

        private final List<Frame> frames = new ArrayList<>();
        private final Deque<Runnable> held = new ArrayDeque<>();
        private boolean hold;
        private boolean broken;
        private int readings;

        void write(int count) {
            for (int i = 0; i < count; i++) {
                long sequence = frames.size() + 1L;
                frames.add(new Frame(sequence, "e" + sequence));
            }
        }

        @Override
        public CompletionStage<List<Frame>> read(UUID netId, long since, int limit) {
            readings++;
            if (broken) {
                return CompletableFuture.failedFuture(new IllegalStateException("broken"));
            }
            CompletableFuture<List<Frame>> result = new CompletableFuture<>();
            Runnable answer = () -> result.complete(frames.stream()
                    .filter(frame -> frame.sequence() > since)
                    .limit(limit)
                    .toList());
            if (hold) {
                held.add(answer);
            } else {
                answer.run();
            }
            return result;
        }

        void release() {
            hold = false;
            while (!held.isEmpty()) {
                held.remove().run();
            }
        }
    }

    private final FakeJournal journal = new FakeJournal();

    @Test
    void brings_a_socket_up_to_date_over_several_pages_and_says_so() {
        // Given
        int events = NetFeed.PAGE * 2 + 5;
        journal.write(events);
        NetFeed feed = new NetFeed(NET, journal, 10, events);
        FakeWire wire = FakeWire.fast();

        // When
        feed.join(socket(wire, 0), number -> "caught up " + number);

        // Then
        assertThat(wire.sent).containsExactlyElementsOf(expected(1, events, "caught up " + events));
    }

    @Test
    void reads_the_journal_once_for_all_sockets() {
        // Given
        journal.write(3);
        NetFeed feed = new NetFeed(NET, journal, 10, 3);
        List<FakeWire> wires = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            FakeWire wire = FakeWire.fast();
            feed.join(socket(wire, 3), number -> "caught up " + number);
            wires.add(wire);
        }
        journal.write(1);

        // When
        feed.wake();

        // Then
        assertThat(journal.readings).isEqualTo(1);
        assertThat(wires).allSatisfy(wire -> assertThat(wire.sent).containsExactly("caught up 3", "e4"));
    }

    @Test
    void takes_from_memory_what_a_socket_missed_lately() {
        // Given
        NetFeed feed = new NetFeed(NET, journal, 100, 0);
        journal.write(50);
        feed.wake();
        int readings = journal.readings;
        FakeWire wire = FakeWire.fast();

        // When
        feed.join(socket(wire, 20), number -> "caught up " + number);

        // Then
        assertThat(journal.readings).isEqualTo(readings);
        assertThat(wire.sent).containsExactlyElementsOf(expected(21, 50, "caught up 50"));
    }

    @Test
    void neither_misses_nor_doubles_what_is_written_while_a_socket_joins() {
        // Given
        journal.write(20);
        NetFeed feed = new NetFeed(NET, journal, 5, 20);
        FakeWire wire = FakeWire.fast();
        journal.hold = true;
        feed.join(socket(wire, 0), number -> "caught up " + number);
        journal.write(7);
        feed.wake();

        // When
        journal.release();

        // Then
        assertThat(wire.sent.stream().filter(message -> message.startsWith("e")))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 27).mapToObj(n -> "e" + n).toList());
        assertThat(feed.position()).isEqualTo(27);
    }

    @Test
    void reads_again_when_it_was_woken_while_reading() {
        // Given
        NetFeed feed = new NetFeed(NET, journal, 10, 0);
        FakeWire wire = FakeWire.fast();
        feed.join(socket(wire, 0), number -> "caught up " + number);
        journal.hold = true;
        feed.wake();
        journal.held.remove().run();
        feed.wake();
        journal.write(2);

        // When
        feed.wake();
        journal.release();

        // Then
        assertThat(wire.sent).contains("e1", "e2");
        assertThat(feed.position()).isEqualTo(2);
    }

    @Test
    void goes_on_after_a_reading_that_failed() {
        // Given
        NetFeed feed = new NetFeed(NET, journal, 10, 0);
        FakeWire wire = FakeWire.fast();
        feed.join(socket(wire, 0), number -> "caught up " + number);
        journal.write(1);
        journal.broken = true;
        feed.wake();
        journal.broken = false;

        // When
        feed.wake();

        // Then
        assertThat(wire.sent).containsExactly("caught up 0", "e1");
    }

    @Test
    void closes_a_socket_that_cannot_be_brought_up_to_date() {
        // Given
        journal.write(20);
        NetFeed feed = new NetFeed(NET, journal, 5, 20);
        FakeWire wire = FakeWire.fast();
        journal.broken = true;

        // When
        feed.join(socket(wire, 0), number -> "caught up " + number);

        // Then
        assertThat(wire.closed).isEqualTo(Closing.UNAVAILABLE);
    }

    @Test
    void delays_nobody_because_of_a_slow_client() {
        // Given
        NetFeed feed = new NetFeed(NET, journal, 10, 0);
        FakeWire slow = FakeWire.slow();
        FakeWire fast = FakeWire.fast();
        feed.join(new LiveSocket(UUID.randomUUID(), slow, 5, 0, LiveSocketTest.CALLER), number -> "caught up");
        feed.join(socket(fast, 0), number -> "caught up");
        journal.write(50);

        // When
        feed.wake();

        // Then
        assertThat(fast.sent).hasSize(51);
        assertThat(slow.closed).isEqualTo(Closing.TOO_SLOW);
    }

    @Test
    void paces_a_slow_client_that_catches_up_instead_of_cutting_it_off() {
        // Given
        int events = NetFeed.PAGE * 4;
        journal.write(events);
        NetFeed feed = new NetFeed(NET, journal, 10, events);
        FakeWire slow = FakeWire.slow();

        // When
        feed.join(
                new LiveSocket(UUID.randomUUID(), slow, NetFeed.PAGE + 20, 0, LiveSocketTest.CALLER),
                number -> "caught up");
        slow.takeAll();

        // Then
        assertThat(slow.closed).isNull();
        assertThat(slow.sent).hasSize(events + 1);
    }

    @Test
    void tells_who_is_online_only_when_it_changes_and_to_those_who_join() {
        // Given
        NetFeed feed = new NetFeed(NET, journal, 10, 0);
        FakeWire first = FakeWire.fast();
        feed.join(socket(first, 0), number -> "caught up");

        // When
        feed.present("one");
        feed.present("one");
        FakeWire second = FakeWire.fast();
        feed.join(socket(second, 0), number -> "caught up");

        // Then
        assertThat(first.sent).containsExactly("caught up", "one");
        assertThat(second.sent).containsExactly("caught up", "one");
    }

    @Test
    void sends_nothing_to_a_socket_that_left() {
        // Given
        NetFeed feed = new NetFeed(NET, journal, 10, 0);
        FakeWire wire = FakeWire.fast();
        LiveSocket socket = socket(wire, 0);
        feed.join(socket, number -> "caught up");
        feed.leave(socket);
        journal.write(1);

        // When
        feed.wake();

        // Then
        assertThat(wire.sent).containsExactly("caught up");
        assertThat(feed.sockets()).isEmpty();
    }

    private static LiveSocket socket(FakeWire wire, long cursor) {
        return new LiveSocket(UUID.randomUUID(), wire, 10_000, cursor, LiveSocketTest.CALLER);
    }

    private static List<String> expected(int from, int to, String last) {
        return Stream.concat(LongStream.rangeClosed(from, to).mapToObj(n -> "e" + n), Stream.of(last))
                .toList();
    }
}
