package org.ectsuite.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushOutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "200, Delivered",
        "204, Delivered",
        "301, Refused",
        "307, Refused",
        "400, Refused",
        "401, Refused",
        "404, Refused",
        "408, Failed",
        "410, Gone",
        "425, Failed",
        "429, Failed",
        "500, Failed",
        "503, Failed"
    })
    void knows_what_an_answer_means(int status, String name) {
        // When
        PushOutcome outcome = PushOutcome.of(status, "no");

        // Then
        assertThat(outcome.getClass().getSimpleName()).isEqualTo(name);
        assertThat(outcome.words()).contains(Integer.toString(status));
    }
}
