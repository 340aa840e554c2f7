package org.ectsuite.ectlog.frequency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MegahertzTest {

    @ParameterizedTest
    @CsvSource({
        "146.52, 146.520",
        "146.520, 146.520",
        "146.520000, 146.520",
        "0146.52, 146.520",
        "7, 7.000",
        "10000, 10000.000",
        "14.0745, 14.0745",
        "462.5625, 462.5625",
        "1.999999, 1.999999",
        "0, 0.000",
        "100, 100.000"
    })
    void has_one_form_for_equal_frequencies(String typed, String normal) {
        assertThat(typed).matches(Megahertz.INPUT);
        assertThat(Megahertz.normal(typed)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "146,52", "-1", "1e3", "146.", ".5", "1234567", "1.1234567", "146.52 MHz", "\u0661"})
    void reads_nothing_else(String typed) {
        assertThat(typed).doesNotMatch(Megahertz.INPUT);
    }
}
