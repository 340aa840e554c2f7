package org.ectsuite.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptPolicyTest {

    private static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");

    private final AttemptPolicy policy = new AttemptPolicy(5, Duration.ofMinutes(1), Duration.ofHours(1));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void a_few_mistakes_are_free(int failures) {
        assertThat(policy.blockedUntil(failures, NOON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "6, 2", "7, 4", "10, 32", "11, 60", "12, 60", "1000, 60"})
    void then_each_costs_twice_as_much_up_to_a_limit(int failures, int minutes) {
        assertThat(policy.blockedUntil(failures, NOON)).contains(NOON.plus(Duration.ofMinutes(minutes)));
    }
}
