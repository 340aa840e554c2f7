package org.ectsuite.webedge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServiceFailureTest {

    @Test
    void a_problem_is_found_under_its_wrappers() {
        // Given
        ProblemException problem = new ProblemException(CommonProblem.NOT_FOUND, "It is gone.");

        // When
        ProblemException found = ServiceFailure.foreseen(new IllegalStateException(new RuntimeException(problem)));

        // Then
        assertThat(found).isSameAs(problem);
    }

    @Test
    void two_writers_at_the_same_moment_are_a_stale_version() {
        // When
        ProblemException found = ServiceFailure.foreseen(new RuntimeException(new OptimisticLockException("Net#7")));

        // Then
        assertThat(type(found)).isEqualTo(CommonProblem.STALE_VERSION);
        assertThat(String.valueOf(found)).doesNotContain("Net#7");
    }

    @Test
    void a_database_that_does_not_answer_is_unavailable_for_now() {
        // When
        ProblemException found = ServiceFailure.foreseen(new RuntimeException(new ConnectException("db.internal")));

        // Then
        assertThat(type(found)).isEqualTo(CommonProblem.UNAVAILABLE);
        assertThat(found == null ? null : found.headers().get("Retry-After")).isEqualTo("1");
    }

    @Test
    void a_text_that_the_database_cannot_hold_is_the_fault_of_who_sent_it() {
        // When
        ProblemException found = ServiceFailure.foreseen(
                new RuntimeException(new SQLException("invalid byte sequence: 0x00 in secret", "22021")));

        // Then
        assertThat(type(found)).isEqualTo(CommonProblem.MALFORMED_REQUEST);
        assertThat(String.valueOf(found)).doesNotContain("secret");
    }

    @Test
    void anything_else_is_not_foreseen() {
        // When / Then
        assertThat(ServiceFailure.foreseen(new IllegalStateException("bug"))).isNull();
    }

    @Test
    void a_cycle_of_causes_comes_to_an_end() {
        // Given
        RuntimeException first = new RuntimeException("first");
        first.initCause(new RuntimeException("second", first));

        // When / Then
        assertThat(ServiceFailure.foreseen(first)).isNull();
    }

    private static @Nullable ProblemType type(@Nullable ProblemException problem) {
        return problem == null ? null : problem.type();
    }
}
