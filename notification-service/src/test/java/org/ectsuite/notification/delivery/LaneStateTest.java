package org.ectsuite.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LaneStateTest {

    private static final Instant NOW = Instant.parse("2026-03-12T18:30:00Z");

    @Test
    void admits_as_many_as_there_are_hands_when_the_relay_works() {
        assertThat(LaneState.OPEN.admit(NOW, 5, 3)).isEqualTo(5);
    }

    @Test
    void admits_nothing_during_a_pause() {
        LaneState paused = new LaneState(1, NOW.plusMillis(1), "unreachable");
        assertThat(paused.admit(NOW, 8, 0)).isZero();
    }

    @Test
    void admits_one_probe_after_the_pause() {
        LaneState over = new LaneState(3, NOW, "unreachable");
        assertThat(over.admit(NOW, 8, 0)).isEqualTo(1);
    }

    @Test
    void admits_no_second_probe_beside_the_first() {
        LaneState over = new LaneState(3, NOW, "unreachable");
        assertThat(over.admit(NOW, 7, 1)).isZero();
    }

    @Test
    void admits_nothing_without_a_free_hand() {
        assertThat(LaneState.OPEN.admit(NOW, 0, 8)).isZero();
        assertThat(new LaneState(1, NOW, "unreachable").admit(NOW, 0, 0)).isZero();
    }
}
