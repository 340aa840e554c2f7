package org.ectsuite.webedge.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class ClocksTest {

    @Test
    void time_is_utc_in_ticks_of_a_microsecond() {
        // When
        Clock clock = new Clocks().clock();

        // Then
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(clock.instant()).satisfies(now -> assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS)));
    }
}
