package org.ectsuite.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyLimitTest {

    @ParameterizedTest
    @CsvSource({"500, 0, 8, 8", "500, 495, 8, 5", "500, 500, 8, 0", "500, 700, 8, 0", "0, 0, 8, 0"})
    void leaves_what_has_not_been_used_up(long limit, long sent, int wanted, int allowed) {
        assertThat(DailyLimit.allows(limit, sent, wanted)).isEqualTo(allowed);
    }
}
