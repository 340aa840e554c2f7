package org.ectsuite.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever changes something leaves exactly one row in the audit trail; whatever is refused leaves none. */
@QuarkusTest
class EveryMutationIsAuditedTest {

    private static final Set<String> MUTATING = Set.of("post", "put", "patch", "delete");

    private final Map<String, Mutation> mutations = new Mutations().all();

    static Stream<String> operations() {
        return new Mutations().all().keySet().stream();
    }

    @Test
    void every_mutating_endpoint_has_an_entry_here() {
        Map<String, Map<String, Object>> paths = RestAssured.given()
                .basePath("")
                .get("/auth/q/openapi?format=json")
                .jsonPath()
                .getMap("paths");
        Set<String> found = new TreeSet<>();
        paths.forEach((path, operations) -> operations.keySet().stream()
                .filter(MUTATING::contains)
                .forEach(method -> found.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));

        assertThat(found)
                .as("Each mutating endpoint needs an entry in Mutations, with the row that it leaves")
                .isEqualTo(mutations.keySet());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void leaves_exactly_the_rows_it_should(String operation) {
        Mutation mutation = mutation(operation);

        Response answer = mutation.deed().get();

        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 399);
        assertThat(rows(answer)).isEqualTo(mutation.rows());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void leaves_nothing_when_it_is_refused(String operation) {
        Response refusal = mutation(operation).refused().get();

        assertThat(refusal.statusCode()).as(refusal.asString()).isBetween(400, 499);
        assertThat(rows(refusal)).isEmpty();
    }

    private Mutation mutation(String operation) {
        return Objects.requireNonNull(mutations.get(operation));
    }

    /** Without what the service does by itself on the occasion, as making the keys that follow others. */
    private static List<String> rows(Response answer) {
        return TestDatabase.current()
                .query(
                        "select action from audit_event where request_id = ? and actor_subject <> 'auth-service'"
                                + " order by position",
                        answer.header("X-Request-Id"));
    }
}
