package org.ectsuite.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterTimesTest {

    private static final Instant WINTER = Instant.parse("2026-03-12T18:30:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-12T18:30:00Z");

    private final LetterTimes berlin = new LetterTimes(Audience.of("en", "Europe/Berlin"));

    @Test
    void shows_times_in_the_readers_zone_by_its_name_of_the_season() {
        assertThat(berlin.dateAndTime(WINTER)).isEqualTo("Thursday, 12 March 2026, 19:30 CET");
        assertThat(berlin.dateAndTime(SUMMER)).isEqualTo("Sunday, 12 July 2026, 20:30 CEST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Europe/Berlin; 19:30 – 20:15 CET (18:30 – 19:15 UTC)",
                "America/New_York; 14:30 – 15:15 EDT (18:30 – 19:15 UTC)",
                "Etc/UTC; 18:30 – 19:15 UTC",
                "Z; 18:30 – 19:15 UTC"
            })
    void tells_utc_beside_the_local_time(String zone, String span) {
        // Given
        LetterTimes times = new LetterTimes(Audience.of("en", zone));

        // When
        String shown = times.span(WINTER, WINTER.plus(Duration.ofMinutes(45)));

        // Then
        assertThat(shown).isEqualTo(span);
    }

    @Test
    void names_both_days_of_a_net_over_midnight() {
        // Given
        Instant start = Instant.parse("2026-03-12T22:30:00Z");

        // When
        String shown = berlin.span(start, start.plus(Duration.ofHours(2)));

        // Then
        assertThat(shown)
                .isEqualTo("Thursday, 12 March 2026, 23:30 – Friday, 13 March 2026, 01:30 CET (22:30 – 00:30 UTC)");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,under a minute",
        "PT59S,under a minute",
        "PT1M,1 min",
        "PT45M,45 min",
        "PT1H,1 h",
        "PT1H5M,1 h 5 min",
        "PT26H,26 h"
    })
    void tells_durations_in_hours_and_minutes(Duration duration, String words) {
        assertThat(LetterTimes.duration(duration, "under a minute")).isEqualTo(words);
    }

    @Test
    void falls_back_to_utc_for_a_zone_it_does_not_know() {
        assertThat(new LetterTimes(Audience.of("en", "Mars/Olympus")).timeWithZone(WINTER))
                .isEqualTo("18:30 UTC");
    }

    @Test
    void falls_back_to_english_for_a_language_without_letters() {
        assertThat(new LetterTimes(Audience.of("eo", "UTC")).date(WINTER)).isEqualTo("Thursday, 12 March 2026");
    }
}
