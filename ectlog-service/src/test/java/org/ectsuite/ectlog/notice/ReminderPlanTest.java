package org.ectsuite.ectlog.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ectsuite.ectlog.notice.ReminderPlan.Round;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderPlanTest {

    private static final Instant START = Instant.parse("2026-03-12T19:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration HOUR = Duration.ofHours(1);

    private final ReminderPlan plan = new ReminderPlan(Map.of(
            ReminderAudience.NET_CONTROL, List.of(DAY, HOUR),
            ReminderAudience.STAFF, List.of(),
            ReminderAudience.FOLLOWERS, List.of(HOUR)));

    @ParameterizedTest
    @CsvSource({
        "2026-03-11T18:59:59Z, ''",
        "2026-03-11T19:00:00Z, NET_CONTROL PT24H",
        "2026-03-12T17:59:59Z, NET_CONTROL PT24H",
        "2026-03-12T18:00:00Z, NET_CONTROL PT1H FOLLOWERS PT1H",
        "2026-03-12T18:59:59Z, NET_CONTROL PT1H FOLLOWERS PT1H",
        "2026-03-12T19:00:00Z, ''",
        "2026-03-12T20:00:00Z, ''"
    })
    void reminds_of_what_is_next_and_makes_up_for_nothing(Instant now, String expected) {
        // When
        List<Round> due = plan.due(START, now);

        // Then
        assertThat(String.join(
                        " ",
                        due.stream()
                                .map(round -> round.audience() + " " + round.lead())
                                .toList()))
                .isEqualTo(expected);
    }

    @Test
    void looks_as_far_ahead_as_the_first_reminder() {
        assertThat(plan.longest()).isEqualTo(DAY);
        assertThat(new ReminderPlan(Map.of()).longest()).isEqualTo(Duration.ZERO);
    }

    @Test
    void refuses_a_reminder_that_comes_no_earlier_than_the_net() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReminderPlan(Map.of(ReminderAudience.STAFF, List.of(Duration.ZERO))));
    }
}
