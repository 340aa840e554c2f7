package org.ectsuite.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionTest {

    @ParameterizedTest
    @EnumSource
    void whoever_has_an_account_comes_in(RegistrationMode mode) {
        assertThat(new Admission(true, false, false, false).granted(mode)).isTrue();
        assertThat(new Admission(true, true, false, false).granted(mode)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN, false, true",
        "OPEN, true, true",
        "INVITATION, false, false",
        "INVITATION, true, true",
        "CLOSED, false, false",
        "CLOSED, true, false"
    })
    void a_newcomer_comes_in_as_the_mode_says(RegistrationMode mode, boolean invited, boolean granted) {
        assertThat(new Admission(false, false, false, invited).granted(mode)).isEqualTo(granted);
    }

    @ParameterizedTest
    @EnumSource
    void the_first_administrator_always_comes_in(RegistrationMode mode) {
        assertThat(new Admission(false, false, true, false).granted(mode)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void nobody_makes_an_account_with_a_reserved_address(RegistrationMode mode) {
        assertThat(new Admission(false, true, true, true).granted(mode)).isFalse();
    }
}
