package org.ectsuite.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class MutableClockTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void runs_with_the_system() {
        assertThat(new MutableClock().instant()).isCloseTo(Clock.systemUTC().instant(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void runs_ahead_after_a_push() {
        // Given
        var clock = new MutableClock();

        // When
        clock.advance(Duration.ofHours(3));

        // Then
        assertThat(clock.instant())
                .isCloseTo(Clock.systemUTC().instant().plus(Duration.ofHours(3)), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void stands_still_where_it_was_stopped() {
        // Given
        var clock = MutableClock.at("2026-03-01T12:00:00Z");

        // When
        clock.advance(Duration.ofSeconds(61));

        // Then
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(61));
    }

    @Test
    void shows_no_more_than_a_database_keeps() {
        assertThat(MutableClock.at(NOON.plusNanos(1_999)).instant()).isEqualTo(NOON.plusNanos(1_000));
    }

    @Test
    void moves_all_its_zones_together() {
        // Given
        var clock = MutableClock.at(NOON);
        var berlin = clock.withZone(ZoneId.of("Europe/Berlin"));

        // When
        clock.advance(Duration.ofDays(1));

        // Then
        assertThat(berlin.instant()).isEqualTo(NOON.plus(Duration.ofDays(1)));
        assertThat(berlin.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void runs_again_after_a_reset() {
        // Given
        var clock = MutableClock.at(NOON);

        // When
        clock.reset();

        // Then
        assertThat(clock.instant()).isCloseTo(Clock.systemUTC().instant(), within(5, ChronoUnit.SECONDS));
    }
}
