package org.ectsuite.webedge.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

    @Test
    void a_version_goes_out_and_comes_back() {
        // When
        long version = Versions.required(Versions.etag(7));

        // Then
        assertThat(Versions.etag(7)).isEqualTo("\"7\"");
        assertThat(version).isEqualTo(7);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void a_change_without_a_version_is_refused(@Nullable String ifMatch) {
        // When / Then
        assertThatThrownBy(() -> Versions.required(ifMatch))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(CommonProblem.VERSION_REQUIRED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"7", "*", "W/\"7\"", "\"7\", \"8\"", "\"-1\"", "\"07\"", "\"abc\"", "\"9999999999999999999\""})
    void a_version_that_is_not_one_strong_tag_is_refused(String ifMatch) {
        // When / Then
        assertThatThrownBy(() -> Versions.required(ifMatch))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(CommonProblem.MALFORMED_REQUEST));
    }

    @Test
    void the_present_version_may_be_changed() {
        // When / Then
        assertThatCode(() -> Versions.check(7, 7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 8})
    void any_other_version_is_stale(long expected) {
        // When / Then
        assertThatThrownBy(() -> Versions.check(expected, 7))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(CommonProblem.STALE_VERSION);
                    assertThat(problem.members()).containsEntry("currentVersion", 7L);
                });
    }
}
