package org.ectsuite.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpSecretTest {

    /** The secret of the vectors in RFC 6238 appendix B. */
    private static final TotpSecret RFC = TotpSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    private static final Instant NOON = Instant.parse("2026-03-12T12:00:00Z");
    private static final long STEP = NOON.getEpochSecond() / 30;

    /** RFC 6238 appendix B, SHA-1, the last six of the eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59,          287082",
        "1111111109,  081804",
        "1111111111,  050471",
        "1234567890,  005924",
        "2000000000,  279037",
        "20000000000, 353130"
    })
    void agrees_with_the_vectors_of_the_rfc(long seconds, String code) {
        assertThat(RFC.code(seconds / 30)).isEqualTo(code);
        assertThat(RFC.stepOf(code, Instant.ofEpochSecond(seconds), 0)).hasValue(seconds / 30);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void takes_a_code_of_the_steps_around_now(long offset) {
        assertThat(RFC.stepOf(RFC.code(STEP + offset), NOON, 0)).hasValue(STEP + offset);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3, -2, 2, 3})
    void takes_no_other(long offset) {
        assertThat(RFC.stepOf(RFC.code(STEP + offset), NOON, 0)).isEmpty();
    }

    @Test
    void takes_a_code_once_and_none_before_it_afterwards() {
        assertThat(RFC.stepOf(RFC.code(STEP), NOON, STEP)).isEmpty();
        assertThat(RFC.stepOf(RFC.code(STEP - 1), NOON, STEP)).isEmpty();
        assertThat(RFC.stepOf(RFC.code(STEP + 1), NOON, STEP)).hasValue(STEP + 1);
    }

    @Test
    void is_written_in_base_32_as_the_rfc_does() {
        // RFC 4648; the vector's secret as every authenticator takes it.
        assertThat(RFC.text()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(TotpSecret.random(new SecureRandom()).text()).matches("[A-Z2-7]{32}");
    }

    @Test
    void tells_authenticators_all_they_need() {
        assertThat(RFC.uri("ECT Suite", "ann+net@example.org"))
                .isEqualTo("otpauth://totp/ECT%20Suite:ann%2Bnet%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=ECT%20Suite&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void tells_nothing_of_itself_in_logs() {
        assertThat(RFC).hasToString("TotpSecret[hidden]");
    }
}
