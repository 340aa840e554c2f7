package org.ectsuite.webedge.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void members_stand_in_a_stable_order_and_extensions_last() {
        // Given
        ProblemException exception = new ProblemException(CommonProblem.CONFLICT, "It is taken.")
                .with("holder", "W1AW")
                .error("callsign", "is taken");

        // When
        Map<String, Object> wire = Problem.of(exception, "request-1").wire();

        // Then
        assertThat(wire.keySet())
                .containsExactly("type", "code", "title", "status", "detail", "instance", "errors", "holder");
        assertThat(wire)
                .containsEntry("type", "urn:ect:problem:conflict")
                .containsEntry("status", 409)
                .containsEntry("instance", "request-1")
                .containsEntry("errors", List.of(Map.of("field", "callsign", "message", "is taken")));
    }

    @Test
    void where_no_field_is_to_blame_there_are_no_errors() {
        // When
        Map<String, Object> wire = Problem.of(new ProblemException(CommonProblem.CONFLICT, "It is taken."), "r")
                .wire();

        // Then
        assertThat(wire).doesNotContainKey("errors");
    }

    @Test
    void an_extension_cannot_take_the_place_of_a_standard_member() {
        // Given
        ProblemException exception = new ProblemException(CommonProblem.CONFLICT, "It is taken.");

        // When / Then
        assertThatThrownBy(() -> exception.with("status", 200)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_foreseen_failure_costs_no_stack_trace() {
        // When
        ProblemException exception = new ProblemException(CommonProblem.CONFLICT, "It is taken.");

        // Then
        assertThat(exception.getStackTrace()).isEmpty();
    }
}
