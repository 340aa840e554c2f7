package org.ectsuite.auth.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.ectsuite.auth.device.PollPolicy.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static Answer answer(DeviceState state, Instant expiresAt, @Nullable Instant askedAt) {
        return PollPolicy.answer(new PollPolicy.Waiting(state, expiresAt, askedAt, PAUSE), NOW);
    }

    @Test
    void tells_how_things_are() {
        Instant later = NOW.plusSeconds(1);

        assertThat(answer(DeviceState.PENDING, later, null)).isEqualTo(Answer.PENDING);
        assertThat(answer(DeviceState.APPROVED, later, null)).isEqualTo(Answer.GIVE);
        assertThat(answer(DeviceState.REFUSED, later, null)).isEqualTo(Answer.DENIED);
        assertThat(answer(DeviceState.USED, later, null)).isEqualTo(Answer.USED);
    }

    @Test
    void nothing_is_given_when_the_time_is_over() {
        assertThat(answer(DeviceState.APPROVED, NOW, null)).isEqualTo(Answer.EXPIRED);
        assertThat(answer(DeviceState.PENDING, NOW, null)).isEqualTo(Answer.EXPIRED);
    }

    @Test
    void a_device_that_asks_too_often_is_told_so() {
        Instant later = NOW.plusSeconds(60);

        assertThat(answer(DeviceState.PENDING, later, NOW.minus(PAUSE).plusNanos(1000)))
                .isEqualTo(Answer.SLOW_DOWN);
        assertThat(answer(DeviceState.APPROVED, later, NOW.minusSeconds(1))).isEqualTo(Answer.SLOW_DOWN);
        assertThat(answer(DeviceState.PENDING, later, NOW.minus(PAUSE))).isEqualTo(Answer.PENDING);
    }
}
