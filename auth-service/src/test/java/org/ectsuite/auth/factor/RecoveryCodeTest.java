package org.ectsuite.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodeTest {

    private static final String CODE = "10AB-CDEF-GHJK-MNPQ-RSTV-WXYZ";

    private static byte[] hashOf(String typed) {
        return RecoveryCode.parse(typed).orElseThrow().hash();
    }

    @RepeatedTest(20)
    void reads_what_it_shows() {
        RecoveryCode code = RecoveryCode.random(new SecureRandom());

        assertThat(code.grouped()).matches("([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(hashOf(code.grouped())).isEqualTo(code.hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10ABCDEFGHJKMNPQRSTVWXYZ",
                "10ab-cdef-ghjk-mnpq-rstv-wxyz",
                " 10ab cdef ghjk mnpq rstv wxyz ",
                "IoAB-CDEF-GHJK-MNPQ-RSTV-WXYZ",
                "loAB-CDEF-GHJK-MNPQ-RSTV-WXYZ"
            })
    void reads_it_as_people_write(String typed) {
        assertThat(hashOf(typed)).isEqualTo(hashOf(CODE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456",
                "10AB-CDEF-GHJK-MNPQ-RSTV-WXY",
                "10AB-CDEF-GHJK-MNPQ-RSTV-WXYU",
                "10AB-CDEF-GHJK-MNPQ-RSTV-WXYZ0"
            })
    void what_has_another_form_is_none(String typed) {
        assertThat(RecoveryCode.parse(typed)).isEmpty();
    }

    @Test
    void tells_nothing_of_itself_in_logs() {
        assertThat(RecoveryCode.parse(CODE).orElseThrow()).hasToString("RecoveryCode[hidden]");
    }
}
