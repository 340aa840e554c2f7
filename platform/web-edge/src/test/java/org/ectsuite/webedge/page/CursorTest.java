package org.ectsuite.webedge.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void parts_come_back_as_they_went() {
        // Given
        Instant time = Instant.parse("2026-01-31T18:30:00.123456Z");
        UUID id = new UUID(1, 2);

        // When
        String cursor = Cursor.encode(time, id, "", "Gjøvik 3:4 \uD83D\uDCE1");

        // Then
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.decode(cursor, 4))
                .containsExactly(time.toString(), id.toString(), "", "Gjøvik 3:4 \uD83D\uDCE1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:a", "1:a1:b1:c", "5:abc", ":a", "-1:a", "99999:a", "1a", "x:a1:b", "1:a1:"})
    void refuses_what_has_other_parts(String text) {
        // Given
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        // When / Then
        refused(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a cursor", "%%%", "gICA", "AAAA"})
    void refuses_what_is_no_cursor(String cursor) {
        // When / Then
        refused(cursor);
    }

    @Test
    void refuses_what_is_too_long_before_it_is_decoded() {
        // When / Then
        refused("A".repeat(1_000_000));
    }

    @Test
    void does_not_make_cursors_that_it_would_refuse() {
        // When / Then
        assertThatThrownBy(() -> Cursor.encode("x".repeat(2_000))).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(String cursor) {
        assertThatThrownBy(() -> Cursor.decode(cursor, 2)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type()).isEqualTo(CommonProblem.VALIDATION_FAILED);
            assertThat(problem.errors()).extracting("field").isEqualTo(List.of("cursor"));
        });
    }
}
