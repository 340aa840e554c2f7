package org.ectsuite.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

    private static Profile withCallsign(String callsign) {
        return Profile.of("Ann", callsign, "UTC", "en");
    }

    private static void refuses(String field, String name, @Nullable String callsign, String zone, String locale) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Profile.of(name, callsign, zone, locale))
                .satisfies(problem -> assertThat(problem.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.field()).isEqualTo(field)));
    }

    @ParameterizedTest
    @CsvSource({
        "AA1GM,AA1GM",
        "aa1gm,AA1GM",
        "' w1aw/p ',W1AW/P",
        "ABC,ABC",
        "12345678901234567890,12345678901234567890"
    })
    void reads_a_callsign_as_it_is_compared(String typed, String expected) {
        assertThat(withCallsign(typed).callsign()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AB",
                "123456789012345678901",
                "W1-AW",
                "W1 AW",
                "W1\nAW",
                "\u0410A1GM",
                "W1AW;",
                "WßAW",
                "Ｗ1AW",
                "DROP'--"
            })
    void refuses_what_is_no_callsign(String typed) {
        refuses("callsign", "Ann", typed, "UTC", "en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void no_callsign_is_none(String typed) {
        assertThat(withCallsign(typed).callsign()).isNull();
    }

    @Test
    void keeps_names_of_all_writings() {
        assertThat(Profile.of(" Zoë Müller 山田 ", null, "UTC", "en").name()).isEqualTo("Zoë Müller 山田");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann\u0000", "Ann\nLee", "Ann\u202Eeel", "Ann\u200B", "Ann\u2028Lee", "\uE000", "\uD800"})
    void refuses_names_that_cannot_be_shown(String name) {
        refuses("name", name, null, "UTC", "en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires"})
    void takes_zones_of_the_database(String zone) {
        assertThat(Profile.of("", null, zone, "en").zone()).isEqualTo(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+02:00", "Europe/Nowhere", "europe/berlin", "CEST+1"})
    void refuses_other_zones(String zone) {
        refuses("zone", "Ann", null, zone, "en");
    }

    @ParameterizedTest
    @CsvSource({"en,en", "de-at,de-AT", "zh-hant-tw,zh-Hant-TW"})
    void puts_a_locale_into_canonical_form(String typed, String expected) {
        assertThat(Profile.of("", null, "UTC", typed).locale()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "english language", "de_AT", "../../etc", "x", "und"})
    void refuses_other_locales(String locale) {
        refuses("locale", "Ann", null, "UTC", locale);
    }
}
