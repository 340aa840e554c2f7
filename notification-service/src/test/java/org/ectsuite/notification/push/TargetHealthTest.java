package org.ectsuite.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TargetHealthTest {

    private static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void remembers_since_when_a_target_fails() {
        // When
        TargetHealth health = TargetHealth.GOOD.failed(NOON).failed(NOON.plusSeconds(60));

        // Then
        assertThat(health).isEqualTo(new TargetHealth(2, NOON));
    }

    @Test
    void gives_up_what_has_failed_often_and_for_long() {
        assertThat(new TargetHealth(10, NOON).hopeless(NOON.plus(DAY), 10, DAY)).isTrue();
    }

    @Test
    void gives_up_nothing_for_a_short_outage_with_many_messages() {
        assertThat(new TargetHealth(500, NOON).hopeless(NOON.plusSeconds(3600), 10, DAY))
                .isFalse();
    }

    @Test
    void gives_up_nothing_for_few_failures_over_a_long_time() {
        assertThat(new TargetHealth(9, NOON).hopeless(NOON.plus(DAY).plus(DAY), 10, DAY))
                .isFalse();
    }
}
