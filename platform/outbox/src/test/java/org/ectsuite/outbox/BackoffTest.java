package org.ectsuite.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @ParameterizedTest
    @CsvSource({"1, PT1S", "2, PT2S", "3, PT4S", "9, PT4M16S", "10, PT5M", "31, PT5M", "2147483647, PT5M", "0, PT1S"})
    void doubles_up_to_the_longest_wait(int attempts, Duration expected) {
        assertThat(new Backoff(FIRST, LONGEST, () -> 0).after(attempts)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, PT4S", "0.5, PT3S", "0.9999, PT2.001S"})
    void leaves_out_a_random_part_of_up_to_a_half(double random, Duration expected) {
        assertThat(new Backoff(FIRST, LONGEST, () -> random).after(3)).isEqualTo(expected);
    }

    @Test
    void refuses_waits_that_make_no_sense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ZERO, LONGEST, () -> 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(LONGEST, FIRST, () -> 0));
    }
}
