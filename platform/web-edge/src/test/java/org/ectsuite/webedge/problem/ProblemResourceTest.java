package org.ectsuite.webedge.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.webedge.app.EdgeClient.anybody;
import static org.ectsuite.webedge.app.EdgeClient.freshAddress;
import static org.ectsuite.webedge.app.EdgeClient.requestOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.ectsuite.testsupport.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ProblemResourceTest {

    private static final String ORDER = """
            {"name": "antenna", "count": 2, "urgent": false, "mode": "FM"}
            """;

    @TestHTTPResource
    URI service;

    @Test
    void a_problem_carries_its_code_its_request_and_its_own_members() {
        // When
        Response response = anybody().header("X-Request-Id", "request-0001").get("/fails/problem");

        // Then
        problem(response, 409, "conflict");
        assertThat(response.header("X-Holder")).isEqualTo("W1AW");
        assertThat(response.jsonPath().getString("type")).isEqualTo("urn:ect:problem:conflict");
        assertThat(response.jsonPath().getString("title")).isEqualTo(CommonProblem.CONFLICT.title());
        assertThat(response.jsonPath().getString("detail")).isEqualTo("It is taken.");
        assertThat(response.jsonPath().getString("instance")).isEqualTo("request-0001");
        assertThat(response.jsonPath().getString("holder")).isEqualTo("W1AW");
    }

    @Test
    void a_wrapped_problem_is_the_same_problem() {
        // When
        Response response = anybody().get("/fails/wrapped");

        // Then
        problem(response, 404, "not-found");
        assertThat(response.jsonPath().getString("detail")).isEqualTo("It is gone.");
    }

    @Test
    void what_nobody_foresaw_says_nothing() {
        // When
        Response response = anybody().header("X-Request-Id", "request-0002").get("/fails/unforeseen");

        // Then
        problem(response, 500, "internal-error");
        assertThat(response.jsonPath().getString("instance")).isEqualTo("request-0002");
        assertThat(response.asString())
                .doesNotContain("SELECT")
                .doesNotContain("ectsuite.Entity")
                .doesNotContain("Exception");
    }

    @Test
    void an_answer_that_breaks_its_own_rules_is_our_failure() {
        // When
        Response response = anybody().get("/broken-answer");

        // Then
        problem(response, 500, "internal-error");
        assertThat(response.asString()).doesNotContain("name");
    }

    @Test
    void two_writers_at_the_same_moment_are_a_stale_version() {
        // When
        Response response = anybody().get("/fails/race");

        // Then
        problem(response, 412, "stale-version");
        assertThat(response.asString()).doesNotContain("Order#1");
    }

    @Test
    void a_database_that_is_away_is_unavailable_and_not_named() {
        // When
        Response response = anybody().get("/fails/database");

        // Then
        problem(response, 503, "unavailable");
        assertThat(response.header("Retry-After")).isEqualTo("1");
        assertThat(response.asString()).doesNotContain("10.0.0.1");
    }

    @Test
    void a_protocol_keeps_its_own_body() {
        // When
        Response response = anybody().get("/fails/protocol");

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.contentType()).startsWith("application/json");
        assertThat(response.jsonPath().getString("error")).isEqualTo("invalid_grant");
    }

    @Test
    void without_a_token_a_closed_endpoint_asks_for_one() {
        // When
        Response response = anybody().get("/closed");

        // Then
        problem(response, 401, "unauthenticated");
        assertThat(response.headers().getValues("WWW-Authenticate")).containsExactly("Bearer realm=\"ect\"");
    }

    @Test
    void a_token_that_is_refused_is_called_invalid() {
        // When
        Response response = anybody().header("Authorization", "Bearer forged").get("/closed");

        // Then
        problem(response, 401, "unauthenticated");
        assertThat(response.headers().getValues("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"ect\", error=\"invalid_token\"");
        assertThat(response.asString()).doesNotContain("forged");
    }

    @Test
    void a_token_that_does_not_suffice_is_forbidden() {
        // When
        Response response = requestOf(freshAddress(), "somebody", "USER").get("/closed");

        // Then
        problem(response, 403, "forbidden");
        assertThat(response.headers().getValues("WWW-Authenticate"))
                .containsExactly("Bearer realm=\"ect\", error=\"insufficient_scope\"");
    }

    @Test
    void a_token_that_suffices_opens() {
        // When
        Response response = requestOf(freshAddress(), "somebody", "NCS").get("/closed");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asString()).isEqualTo("open to NCS");
    }

    @Test
    void an_endpoint_that_says_nothing_about_access_is_closed() {
        // When
        Response anonymous = anybody().get("/unannotated");
        Response signedIn = requestOf(freshAddress(), "somebody", "ADMIN").get("/unannotated");

        // Then
        problem(anonymous, 401, "unauthenticated");
        problem(signedIn, 403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/nothing/here", "/items/not-a-uuid", "/q/nothing"})
    void an_unknown_address_is_not_found(String path) {
        // When
        Response response = anybody().get(path);

        // Then
        problem(response, 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"/orders | OPTIONS, POST", "/items/0-0-0-0-1 | GET, HEAD, OPTIONS"})
    void a_method_that_an_address_does_not_know_is_refused_with_those_it_knows(String path, String known) {
        // When
        Response response = anybody().delete(path);

        // Then
        problem(response, 405, "method-not-allowed");
        assertThat(response.header("Allow")).isEqualTo(known);
    }

    @Test
    void an_unacceptable_representation_is_refused_as_a_problem() {
        // When
        Response response = anybody().accept("image/png").get("/items/" + new UUID(0, 1));

        // Then
        problem(response, 406, "not-acceptable");
    }

    @Test
    void another_content_type_is_refused() {
        // When
        Response response = anybody().contentType("text/csv").body("a,b").post("/orders");

        // Then
        problem(response, 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x;", "/", "application/json;q=y"})
    void a_content_type_that_cannot_be_read_is_refused(String type) throws Exception {
        // Given
        String request = """
                POST /edge/orders HTTP/1.1
                Host: localhost
                Content-Type: %s
                Content-Length: 2
                Connection: close

                {}""".formatted(type);

        // When
        String response = raw(request);

        // Then
        assertThat(response).startsWith("HTTP/1.1 415").contains("unsupported-media-type");
    }

    @Test
    void a_body_that_is_too_large_is_refused_before_it_is_read() throws Exception {
        // Given
        String head = """
                POST /edge/orders HTTP/1.1
                Host: localhost
                Content-Type: application/json
                Content-Length: 1048577

                """;

        // When
        String response = raw(head);

        // Then
        assertThat(response)
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json")
                .contains("\"code\":\"too-large\"")
                .containsIgnoringCase("x-content-type-options: nosniff");
    }

    @Test
    void a_body_in_chunks_that_grows_too_large_is_refused() throws Exception {
        // Given
        String chunk = "10000\n" + "x".repeat(0x10000) + "\n";
        String head = """
                POST /edge/texts HTTP/1.1
                Host: localhost
                Content-Type: text/plain
                Transfer-Encoding: chunked

                """;

        // When
        String response = raw(head + chunk.repeat(17) + "0\n\n");

        // Then
        assertThat(response).startsWith("HTTP/1.1 413");
    }

    @Test
    void a_good_body_is_taken() {
        // When
        Response response = anybody().contentType(ContentType.JSON).body(ORDER).post("/orders");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getInt("count")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "7",
                "not json",
                "{\"name\":\"a\",\"count\":1,\"urgent\":false,\"mode\":\"FM\"} and more",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{'name': 'a'}"
            })
    void a_body_that_is_no_json_cannot_be_read(String body) {
        // When
        Response response = anybody().contentType(ContentType.JSON).body(body).post("/orders");

        // Then
        problem(response, 400, "malformed-request");
        assertThat(response.asString()).doesNotContain("jackson").doesNotContain("Order");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"a\",\"count\":1,\"urgent\":false,\"mode\":\"FM\",\"colour\":\"red\"} | colour | is not known here",
                "{\"name\":\"a\",\"count\":\"1\",\"urgent\":false,\"mode\":\"FM\"} | count | must be a whole number within the range",
                "{\"name\":\"a\",\"count\":1.5,\"urgent\":false,\"mode\":\"FM\"} | count | must be a whole number within the range",
                "{\"name\":\"a\",\"count\":99999999999,\"urgent\":false,\"mode\":\"FM\"} | count | must be a whole number within the range",
                "{\"name\":\"a\",\"urgent\":false,\"mode\":\"FM\"} | count | is required",
                "{\"name\":\"a\",\"count\":null,\"urgent\":false,\"mode\":\"FM\"} | count | is required",
                "{\"name\":7,\"count\":1,\"urgent\":false,\"mode\":\"FM\"} | name | must be a text",
                "{\"name\":true,\"count\":1,\"urgent\":false,\"mode\":\"FM\"} | name | must be a text",
                "{\"name\":[\"a\"],\"count\":1,\"urgent\":false,\"mode\":\"FM\"} | name | must be a text",
                "{\"name\":\"a\",\"count\":1,\"urgent\":\"true\",\"mode\":\"FM\"} | urgent | must be true or false",
                "{\"name\":\"a\",\"count\":1,\"urgent\":1,\"mode\":\"FM\"} | urgent | must be true or false",
                "{\"name\":\"a\",\"count\":1,\"urgent\":false,\"mode\":\"AM\"} | mode | must be one of FM, SSB",
                "{\"name\":\"a\",\"count\":1,\"urgent\":false,\"mode\":0} | mode | must be one of FM, SSB",
                "{\"name\":\"a\",\"count\":1,\"urgent\":false,\"mode\":\"\"} | mode | must be one of FM, SSB",
                "{\"name\":\"a\",\"count\":1,\"urgent\":false,\"mode\":\"FM\",\"reference\":\"7\"} | reference | must be a UUID",
                "{\"name\":\"a\",\"count\":1,\"urgent\":false,\"mode\":\"FM\",\"reference\":\"\"} | reference | must be a UUID",
                "{\"name\":\"a\",\"count\":1,\"urgent\":false,\"mode\":\"FM\",\"due\":1738348200} | due | must be an RFC 3339 time, like 2026-01-31T18:30:00Z",
                "{\"name\":\"a\",\"count\":1,\"urgent\":false,\"mode\":\"FM\",\"due\":\"tomorrow\"} | due | must be an RFC 3339 time, like 2026-01-31T18:30:00Z",
                "{\"name\":\"a\",\"count\":1,\"urgent\":false,\"mode\":\"FM\",\"due\":\"+99999-01-31T18:30:00Z\"} | due | must be an RFC 3339 time, like 2026-01-31T18:30:00Z",
                "{\"name\":\"a\",\"count\":1,\"urgent\":false,\"mode\":\"FM\",\"lines\":{}} | lines | must be a list",
                "{\"name\":\"a\",\"count\":1,\"urgent\":false,\"mode\":\"FM\",\"lines\":[{\"text\":\"a\"},{\"text\":\"b\",\"weight\":\"1\"}]} | lines[1].weight | must be a number",
                "{\"name\":\"a\",\"count\":1,\"urgent\":false,\"mode\":\"FM\",\"lines\":[\"a\"]} | lines[0] | must be an object",
            })
    void each_field_of_another_form_is_named(String body, String field, String message) {
        // When
        Response response = anybody().contentType(ContentType.JSON).body(body).post("/orders");

        // Then
        problem(response, 400, "validation-failed");
        assertThat(response.jsonPath().getString("errors[0].field")).isEqualTo(field);
        assertThat(response.jsonPath().getString("errors[0].message")).isEqualTo(message);
    }

    @Test
    void every_broken_constraint_is_named() {
        // Given
        String body = """
                {"name": " ", "count": 1, "urgent": false, "mode": "FM",
                 "lines": [{"text": "ok"}, {"text": "far too long"}, {}]}
                """;

        // When
        Response response = anybody().contentType(ContentType.JSON).body(body).post("/orders");

        // Then
        problem(response, 400, "validation-failed");
        assertThat(response.jsonPath().getList("errors.field"))
                .containsExactly("lines[1].text", "lines[2].text", "name");
        assertThat(response.asString()).doesNotContain("far too long");
    }

    @Test
    void a_text_of_ten_thousand_letters_is_refused() {
        // Given
        String body = ORDER.replace("antenna", "A".repeat(10_000));

        // When
        Response response = anybody().contentType(ContentType.JSON).body(body).post("/orders");

        // Then
        problem(response, 400, "validation-failed");
        assertThat(response.jsonPath().getString("errors[0].field")).isEqualTo("name");
        assertThat(response.asString()).doesNotContain("AAAA");
    }

    @Test
    void a_missing_body_is_refused() {
        // When
        Response response = anybody().contentType(ContentType.JSON).post("/orders");

        // Then
        problem(response, 400, "validation-failed");
        assertThat(response.jsonPath().getString("errors[0].field")).isEqualTo("order");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1"})
    void a_query_parameter_out_of_bounds_is_named(String limit) {
        // When
        Response response = anybody().queryParam("limit", limit).get("/items/" + new UUID(0, 1));

        // Then
        problem(response, 400, "validation-failed");
        assertThat(response.jsonPath().getString("errors[0].field")).isEqualTo("limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "99999999999", "1e3"})
    void a_query_parameter_of_another_form_is_named(String limit) {
        // When
        Response response = anybody().queryParam("limit", limit).get("/items/" + new UUID(0, 1));

        // Then
        problem(response, 400, "validation-failed");
        assertThat(response.jsonPath().getString("errors[0].field")).isEqualTo("limit");
    }

    /** What the service says to these lines, until it closes the connection. */
    private String raw(String lines) throws Exception {
        String request = lines.replace("\n", "\r\n");
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (java.net.SocketException e) {
                // The service may close its side while we still send; what it said before counts.
            }
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void problem(Response response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
        assertThat(response.jsonPath().getString("code")).isEqualTo(code);
        assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(response.jsonPath().getString("instance")).isEqualTo(response.header("X-Request-Id"));
    }
}
