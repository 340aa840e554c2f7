package org.ectsuite.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.ectsuite.webedge.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

    private static Profile profile(String name, String zone, String locale) {
        return Profile.of(new ProfileRequest(name, null, null, null, zone, locale, null));
    }

    private static void refuses(String field, String name, String zone, String locale) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> profile(name, zone, locale))
                .satisfies(problem -> assertThat(problem.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.field()).isEqualTo(field)));
    }

    @Test
    void says_nothing_of_callsigns_and_location_that_are_missing() {
        Profile profile = profile("Ann", "UTC", "en");

        assertThat(profile.calls()).isEqualTo(Callsigns.NONE);
        assertThat(profile.location()).isNull();
    }

    @Test
    void reads_callsigns_and_location() {
        Profile profile = Profile.of(new ProfileRequest(
                "Ann",
                "w1aw",
                "wrab123",
                List.of("kb1old"),
                "UTC",
                "en",
                new LocationRequest("Newington", "FN31PR", null, null)));

        assertThat(profile.calls()).isEqualTo(new Callsigns("W1AW", "WRAB123", List.of("KB1OLD")));
        assertThat(profile.location()).isEqualTo(new Location("Newington", "FN31pr", null, null));
    }

    @Test
    void keeps_names_of_all_writings() {
        assertThat(profile(" Zoë Müller 山田 ", "UTC", "en").name()).isEqualTo("Zoë Müller 山田");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann\u0000", "Ann\nLee", "Ann\u202Eeel", "Ann\u200B", "Ann\u2028Lee", "\uE000", "\uD800"})
    void refuses_names_that_cannot_be_shown(String name) {
        refuses("name", name, "UTC", "en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires"})
    void takes_zones_of_the_database(String zone) {
        assertThat(profile("", zone, "en").zone()).isEqualTo(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+02:00", "Europe/Nowhere", "europe/berlin", "CEST+1"})
    void refuses_other_zones(String zone) {
        refuses("zone", "Ann", zone, "en");
    }

    @ParameterizedTest
    @CsvSource({"en,en", "de-at,de-AT", "zh-hant-tw,zh-Hant-TW"})
    void puts_a_locale_into_canonical_form(String typed, String expected) {
        assertThat(profile("", "UTC", typed).locale()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "english language", "de_AT", "../../etc", "x", "und"})
    void refuses_other_locales(String locale) {
        refuses("locale", "Ann", "UTC", locale);
    }
}
