package org.ectsuite.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Optional;
import org.ectsuite.testsupport.MutableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendingRateTest {

    private final MutableClock clock = MutableClock.at("2026-03-12T18:00:00Z");

    @Test
    void lets_everything_through_without_a_limit() {
        SendingRate rate = new SendingRate(Optional.empty(), clock);

        assertThat(rate.reserve(false)).isZero();
        assertThat(rate.reserve(false)).isZero();
        assertThat(rate.longestWait(8)).isZero();
    }

    @Test
    void spaces_mails_out() {
        SendingRate rate = new SendingRate(Optional.of(2.0), clock);

        assertThat(rate.reserve(false)).isZero();
        assertThat(rate.reserve(false)).isEqualTo(Duration.ofMillis(500));
        assertThat(rate.reserve(false)).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(10));
        assertThat(rate.reserve(false)).isZero();
        assertThat(rate.longestWait(8)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void lets_urgent_mail_pass_and_takes_its_place_from_the_others() {
        SendingRate rate = new SendingRate(Optional.of(1.0), clock);
        rate.reserve(false);

        assertThat(rate.reserve(true)).isZero();
        assertThat(rate.reserve(false)).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refuses_a_rate_that_is_none(double perSecond) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new SendingRate(Optional.of(perSecond), clock))
                .withMessageContaining("ect.notification.smtp.max-per-second");
    }
}
