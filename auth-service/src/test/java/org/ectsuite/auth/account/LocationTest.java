package org.ectsuite.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {

    private static void refuses(
            String field,
            @Nullable String place,
            @Nullable String grid,
            @Nullable Double latitude,
            @Nullable Double longitude) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Location.of(place, grid, latitude, longitude))
                .satisfies(problem -> assertThat(problem.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.field()).isEqualTo(field)));
    }

    @ParameterizedTest
    @CsvSource({"fn31,FN31", "FN31PR,FN31pr", "' jO62qm ',JO62qm", "JO62QM43,JO62qm43", "AA00aa00XX,AA00aa00xx"})
    void writes_a_locator_as_is_usual(String typed, String expected) {
        assertThat(Location.of(null, typed, null, null)).isEqualTo(new Location(null, expected, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"F", "FN", "FN3", "FN31p", "SN31", "FN31yr", "31FN", "FN31pr4", "FN31pr43ab1", "FN 31", "FN３１"})
    void refuses_what_is_no_locator(String typed) {
        refuses("location.grid", null, typed, null, null);
    }

    @ParameterizedTest
    @CsvSource({"90,180", "-90,-180", "0,0", "-0.0001,12.3456"})
    void takes_every_place_on_earth(double latitude, double longitude) {
        assertThat(Location.of(null, null, latitude, longitude))
                .isEqualTo(new Location(null, null, latitude, longitude));
    }

    @Test
    void knows_a_place_to_some_ten_metres() {
        assertThat(Location.of(null, null, 41.714775, -72.7272599))
                .isEqualTo(new Location(null, null, 41.7148, -72.7273));
    }

    @ParameterizedTest
    @ValueSource(doubles = {90.00001, -91, Double.NaN, Double.POSITIVE_INFINITY, 1e300})
    void refuses_latitudes_beyond_the_poles(double latitude) {
        refuses("location.latitude", null, null, latitude, 0.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {180.00001, -181, Double.NaN, Double.NEGATIVE_INFINITY})
    void refuses_longitudes_beyond_the_date_line(double longitude) {
        refuses("location.longitude", null, null, 0.0, longitude);
    }

    @Test
    void wants_both_coordinates_or_none() {
        refuses("location.longitude", null, null, 1.0, null);
        refuses("location.latitude", null, null, null, 1.0);
    }

    @Test
    void is_told_one_position_not_two() {
        refuses("location.grid", null, "FN31", 41.7, -72.7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shelter\u0000", "Line\nbreak", "turned\u202Eround", "\uD800"})
    void refuses_places_that_cannot_be_shown(String place) {
        refuses("location.place", place, null, null, null);
    }

    @Test
    void a_place_is_named_in_any_writing() {
        assertThat(Location.of("  Feuerwache 2, Zürich – 東 ", " ", null, null))
                .isEqualTo(new Location("Feuerwache 2, Zürich – 東", null, null, null));
    }

    @Test
    void nothing_said_is_no_location() {
        assertThat(Location.of(" ", "", null, null)).isNull();
    }
}
