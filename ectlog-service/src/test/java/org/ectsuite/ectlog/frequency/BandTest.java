package org.ectsuite.ectlog.frequency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandTest {

    @ParameterizedTest
    @CsvSource({
        "0.1365, 2190m",
        "0.475, 630m",
        "1.8, 160m",
        "2.0, 160m",
        "3.5, 80m",
        "3.999, 80m",
        "5.3305, 60m",
        "7.0, 40m",
        "7.3, 40m",
        "10.125, 30m",
        "14.3, 20m",
        "18.1, 17m",
        "21.4, 15m",
        "24.95, 12m",
        "28.0, 10m",
        "29.7, 10m",
        "50.125, 6m",
        "70.2, 4m",
        "144, 2m",
        "146.520, 2m",
        "148, 2m",
        "223.5, 1.25m",
        "446.0, 70cm",
        "462.5625, GMRS",
        "467.7, GMRS",
        "927.5, 33cm",
        "1294.5, 23cm",
        "2400.1, 13cm",
        "3400, 9cm",
        "5760, 6cm",
        "10368, 3cm",
        "24192, 1.25cm"
    })
    void names_the_band_of_a_frequency(String mhz, String band) {
        assertThat(Band.of(new BigDecimal(mhz))).contains(band);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "1.799999", "2.000001", "27.185", "143.999999", "148.000001", "162.55", "460", "999999"})
    void names_none_outside_the_bands(String mhz) {
        assertThat(Band.of(new BigDecimal(mhz))).isEmpty();
    }
}
