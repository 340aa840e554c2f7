package org.ectsuite.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        // In Berlin it is one hour later in winter.
        "2026-03-12T21:00:00Z, 2026-03-13T06:00:00Z",
        "2026-03-12T20:59:59Z, ",
        "2026-03-13T02:00:00Z, 2026-03-13T06:00:00Z",
        "2026-03-13T05:59:59Z, 2026-03-13T06:00:00Z",
        "2026-03-13T06:00:00Z, ",
        "2026-03-13T12:00:00Z, ",
    })
    void end_in_the_morning_of_the_persons_zone(Instant now, Instant end) {
        QuietHours overnight = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

        assertThat(overnight.endsAt(now, BERLIN).orElse(null)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-12T11:59:59Z, ",
        "2026-03-12T12:00:00Z, 2026-03-12T13:30:00Z",
        "2026-03-12T13:29:00Z, 2026-03-12T13:30:00Z",
        "2026-03-12T13:30:00Z, "
    })
    void may_lie_within_a_day(Instant now, Instant end) {
        QuietHours nap = new QuietHours(LocalTime.of(13, 0), LocalTime.of(14, 30));

        assertThat(nap.endsAt(now, BERLIN).orElse(null)).isEqualTo(end);
    }

    @Test
    void end_by_the_clock_on_the_wall_when_the_clocks_change() {
        // Given: on 29 March 2026 the clocks in Berlin go from 2 to 3 o'clock
        QuietHours overnight = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

        assertThat(overnight.endsAt(Instant.parse("2026-03-28T22:00:00Z"), BERLIN))
                .contains(Instant.parse("2026-03-29T05:00:00Z"));
    }

    @Test
    void last_some_of_the_day_and_not_all_of_it() {
        assertThatIllegalArgumentException().isThrownBy(() -> new QuietHours(LocalTime.of(7, 0), LocalTime.of(7, 0)));
    }
}
