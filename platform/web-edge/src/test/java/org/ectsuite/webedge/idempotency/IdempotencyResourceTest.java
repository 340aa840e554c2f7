package org.ectsuite.webedge.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.webedge.app.EdgeClient.anybody;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.ectsuite.testsupport.PostgresResource;
import org.ectsuite.testsupport.TestDatabase;
import org.ectsuite.webedge.app.StoppableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class IdempotencyResourceTest {

    @Inject
    StoppableClock clock;

    @Inject
    IdempotencyCleanUp cleanUp;

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void a_repeat_gets_the_first_answer_and_does_nothing() {
        // Given
        String name = name();
        String key = key();
        Response first = perform(key, "alice", name, 0, false);

        // When
        Response repeat = perform(key, "alice", name, 0, false);

        // Then
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(repeat.statusCode()).isEqualTo(200);
        assertThat(repeat.asString()).isEqualTo(first.asString());
        assertThat(deeds(name)).isEqualTo(1);
    }

    @Test
    void without_a_key_every_request_is_a_deed() {
        // Given
        String name = name();
        perform(null, "alice", name, 0, false);

        // When
        perform(null, "alice", name, 0, false);

        // Then
        assertThat(deeds(name)).isEqualTo(2);
    }

    @Test
    void the_key_of_somebody_else_is_another_key() {
        // Given
        String name = name();
        String key = key();
        perform(key, "alice", name, 0, false);

        // When
        Response other = perform(key, "bob", name, 0, false);

        // Then
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(deeds(name)).isEqualTo(2);
    }

    @Test
    void a_key_with_another_request_is_refused() {
        // Given
        String key = key();
        perform(key, "alice", name(), 0, false);
        String other = name();

        // When
        Response response = perform(key, "alice", other, 0, false);

        // Then
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.jsonPath().getString("code")).isEqualTo("idempotency-key-reused");
        assertThat(deeds(other)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "ümlaut"})
    void a_key_that_is_none_is_refused(String key) {
        // When
        Response response = perform(key, "alice", name(), 0, false);

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getString("code")).isEqualTo("malformed-request");
    }

    @Test
    void a_key_that_is_too_long_is_refused() {
        // When
        Response response = perform("k".repeat(129), "alice", name(), 0, false);

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void a_deed_that_fails_leaves_its_key_free() {
        // Given
        String key = key();
        String name = name();
        Response failed = perform(key, "alice", name, 0, true);

        // When
        Response second = perform(key, "alice", name, 0, false);

        // Then
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(deeds(name)).isEqualTo(1);
    }

    @Test
    void of_many_at_the_same_moment_one_does_the_deed_and_all_get_its_answer() throws Exception {
        // Given
        String key = key();
        String name = name();
        Callable<Response> request = () -> perform(key, "alice", name, 0.3, false);

        // When
        List<Response> responses =
                atOnce(IntStream.range(0, 6).mapToObj(_ -> request).toList());

        // Then
        assertThat(responses).extracting(Response::statusCode).containsOnly(200);
        assertThat(responses.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(deeds(name)).isEqualTo(1);
    }

    @Test
    void who_waits_for_too_long_is_told_to_come_again() throws Exception {
        // Given
        String key = key();
        String name = name();
        Callable<Response> request = () -> perform(key, "alice", name, 2, false);

        // When
        List<Response> responses = atOnce(List.of(request, request));

        // Then
        assertThat(responses).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        assertThat(responses.stream()
                        .filter(response -> response.statusCode() == 409)
                        .map(response -> response.header("Retry-After")))
                .containsExactly("1");
        assertThat(deeds(name)).isEqualTo(1);
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        // Given
        String key = key();
        String name = name();
        perform(key, "alice", name, 0, false);
        clock.advance(Duration.ofHours(24));

        // When
        Response later = perform(key, "alice", name, 0, false);

        // Then
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(deeds(name)).isEqualTo(2);
    }

    @Test
    void a_key_is_known_for_a_day() {
        // Given
        String key = key();
        String name = name();
        perform(key, "alice", name, 0, false);
        clock.advance(Duration.ofHours(24).minusSeconds(60));

        // When
        perform(key, "alice", name, 0, false);

        // Then
        assertThat(deeds(name)).isEqualTo(1);
    }

    @Test
    void the_clean_up_deletes_what_has_expired_and_nothing_else() throws Throwable {
        // Given
        String old = key();
        String fresh = key();
        perform(old, "alice", name(), 0, false);
        clock.advance(Duration.ofHours(24));
        perform(fresh, "alice", name(), 0, false);

        // When
        VertxContextSupport.subscribeAndAwait(() -> cleanUp.deleteExpired());

        // Then
        assertThat(TestDatabase.current().query("SELECT key FROM idempotency_key WHERE key IN (?, ?)", old, fresh))
                .containsExactly(fresh);
    }

    private static List<Response> atOnce(List<Callable<Response>> requests) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(requests.size())) {
            List<Future<Response>> futures = threads.invokeAll(requests);
            List<Response> responses = new ArrayList<>();
            for (Future<Response> future : futures) {
                responses.add(future.get());
            }
            return responses;
        }
    }

    private static Response perform(@Nullable String key, String caller, String name, double seconds, boolean fails) {
        var request = anybody()
                .header("X-Caller", caller)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"%s\", \"seconds\": %s, \"fails\": %s}".formatted(name, seconds, fails));
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/deeds");
    }

    private static long deeds(String name) {
        return TestDatabase.current()
                .query("SELECT id FROM deed WHERE name = ?", name)
                .size();
    }

    private static String name() {
        return "deed " + UUID.randomUUID();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
