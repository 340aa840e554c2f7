package org.ectsuite.webedge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommonProblemTest {

    @Test
    void codes_and_statuses_are_a_promise_to_clients() {
        // When
        Map<String, Integer> catalogue = Arrays.stream(CommonProblem.values())
                .collect(Collectors.toMap(CommonProblem::code, CommonProblem::status));

        // Then
        assertThat(catalogue)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("malformed-request", 400),
                        Map.entry("validation-failed", 400),
                        Map.entry("unauthenticated", 401),
                        Map.entry("forbidden", 403),
                        Map.entry("not-found", 404),
                        Map.entry("method-not-allowed", 405),
                        Map.entry("not-acceptable", 406),
                        Map.entry("conflict", 409),
                        Map.entry("stale-version", 412),
                        Map.entry("too-large", 413),
                        Map.entry("unsupported-media-type", 415),
                        Map.entry("idempotency-key-reused", 422),
                        Map.entry("version-required", 428),
                        Map.entry("too-many-requests", 429),
                        Map.entry("internal-error", 500),
                        Map.entry("unavailable", 503)));
    }

    @Test
    void a_type_is_a_urn_of_its_code() {
        // When
        String type = CommonProblem.STALE_VERSION.type();

        // Then
        assertThat(type).isEqualTo("urn:ect:problem:stale-version");
    }
}
