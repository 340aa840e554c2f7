package org.ectsuite.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    /** A generator that always gives the same fraction, so that a test knows the jitter. */
    private static Backoff with(double fraction) {
        return new Backoff(new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return fraction;
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"1,PT5S", "2,PT30S", "3,PT1M", "4,PT5M", "5,PT15M", "6,PT1H", "7,PT3H", "8,PT6H", "9,PT6H", "500,PT6H"})
    void waits_a_little_at_first_and_long_in_the_end(int failures, Duration pause) {
        assertThat(with(0.5).after(failures, Backoff.MAIL)).isEqualTo(pause);
    }

    @Test
    void spreads_by_a_fifth_to_either_side() {
        // Given
        List<Duration> hour = List.of(Duration.ofHours(1));

        // When
        Duration shortest = with(0).after(1, hour);
        Duration longest = with(1).after(1, hour);

        // Then
        assertThat(shortest).isEqualTo(Duration.ofMinutes(48));
        assertThat(longest).isEqualTo(Duration.ofMinutes(72));
    }

    @Test
    void finds_a_link_that_came_back_within_the_minute() {
        assertThat(with(1).after(1000, Backoff.LINK)).isLessThanOrEqualTo(Duration.ofSeconds(72));
    }

    @Test
    void does_not_knock_often_with_a_refused_password() {
        assertThat(with(0).after(3, Backoff.MENDING)).isEqualTo(Duration.ofMinutes(12));
    }

    @Test
    void knows_no_pause_without_a_failure() {
        assertThatThrownBy(() -> with(0).after(0, Backoff.MAIL)).isInstanceOf(IllegalArgumentException.class);
    }
}
