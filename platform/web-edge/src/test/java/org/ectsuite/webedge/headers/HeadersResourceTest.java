package org.ectsuite.webedge.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.webedge.app.EdgeClient.anybody;
import static org.ectsuite.webedge.app.EdgeClient.freshAddress;
import static org.ectsuite.webedge.app.EdgeClient.requestOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.function.Supplier;
import org.ectsuite.testsupport.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HeadersResourceTest {

    private static final Map<Integer, Supplier<Response>> REQUESTS = Map.ofEntries(
            Map.entry(200, () -> anybody().get("/request")),
            Map.entry(204, () -> anybody().get("/status/204")),
            Map.entry(206, () -> anybody().get("/status/206")),
            Map.entry(304, () -> anybody().get("/status/304")),
            Map.entry(
                    400, () -> anybody().contentType(ContentType.JSON).body("{").post("/orders")),
            Map.entry(401, () -> anybody().get("/closed")),
            Map.entry(403, () -> requestOf(freshAddress(), "somebody", "USER").get("/closed")),
            Map.entry(404, () -> anybody().get("/nothing/here")),
            Map.entry(405, () -> anybody().delete("/orders")),
            Map.entry(406, () -> anybody().accept("image/png").get("/items/" + new java.util.UUID(0, 0))),
            Map.entry(
                    413,
                    () -> anybody()
                            .contentType("text/plain")
                            .body("x".repeat(1_100_000))
                            .post("/texts")),
            Map.entry(415, () -> anybody().contentType("text/csv").body("a,b").post("/orders")),
            Map.entry(416, () -> anybody().get("/status/416")),
            Map.entry(429, HeadersResourceTest::oneTooMany),
            Map.entry(500, () -> anybody().get("/fails/unforeseen")),
            Map.entry(503, () -> anybody().get("/fails/database")));

    private static Response oneTooMany() {
        String address = freshAddress();
        Response response = anybody().get("/request");
        for (int i = 0; i <= 10; i++) {
            response = org.ectsuite.webedge.app.EdgeClient.requestFrom(address).post("/sign-in");
        }
        return response;
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 206, 304, 400, 401, 403, 404, 405, 406, 413, 415, 416, 429, 500, 503})
    void every_response_has_the_security_headers(int status) {
        // Given
        Supplier<Response> request = java.util.Objects.requireNonNull(REQUESTS.get(status));

        // When
        Response response = request.get();

        // Then
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(response.headers().getValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(response.headers().getValues("X-XSS-Protection")).containsExactly("0");
        assertThat(response.headers().getValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(response.headers().getValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(response.headers().getValues("Permissions-Policy"))
                .hasSize(1)
                .first()
                .asString()
                .contains("camera=()");
        assertThat(response.headers().getValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(response.headers().getValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(response.headers().getValues("Cache-Control")).containsExactly("no-store");
        assertThat(response.headers().getValues("Strict-Transport-Security"))
                .containsExactly("max-age=31536000; includeSubDomains");
        assertThat(response.headers().getValues("X-Request-Id")).hasSize(1);
    }

    @Test
    void streams_have_them_too() {
        // When
        Response response = anybody().get("/stream");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asString()).contains("one").contains("two");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void the_description_of_the_interface_has_them_too() {
        // When
        Response response = anybody().get("/q/openapi");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void a_page_brings_its_own_content_policy_and_life_time() {
        // When
        Response response = anybody().get("/page");

        // Then
        assertThat(response.headers().getValues("Content-Security-Policy")).containsExactly("default-src 'self'");
        assertThat(response.headers().getValues("Cache-Control")).containsExactly("max-age=300");
        assertThat(response.header("X-Frame-Options")).isEqualTo("DENY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://suite.example.org", "https://desk.example.net"})
    void a_listed_origin_may_call(String origin) {
        // When
        Response response = anybody().header("Origin", origin).get("/request");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(response.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(response.header("Access-Control-Expose-Headers"))
                .contains("ETag")
                .contains("X-Request-Id");
        assertThat(String.join(",", response.headers().getValues("Vary"))).containsIgnoringCase("origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "https://desk.example.net.evil.example",
                "http://desk.example.net",
                "null"
            })
    void any_other_origin_is_refused(String origin) {
        // When
        Response response = anybody().header("Origin", origin).get("/request");

        // Then
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.header("Access-Control-Allow-Origin")).isNull();
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void a_preflight_of_a_listed_origin_is_answered() {
        // When
        Response response = preflight("https://desk.example.net");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("https://desk.example.net");
        assertThat(response.header("Access-Control-Allow-Methods")).contains("PATCH");
        assertThat(response.header("Access-Control-Allow-Headers")).contains("If-Match");
        assertThat(response.header("Access-Control-Max-Age")).isEqualTo("3600");
    }

    @Test
    void a_preflight_of_another_origin_allows_nothing() {
        // When
        Response response = preflight("https://evil.example");

        // Then
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.header("Access-Control-Allow-Origin")).isNull();
        assertThat(response.header("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void a_request_without_origin_gets_no_cors_headers() {
        // When
        Response response = anybody().get("/request");

        // Then
        assertThat(response.header("Access-Control-Allow-Origin")).isNull();
    }

    private static Response preflight(String origin) {
        return RestAssured.given()
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "if-match,authorization")
                .options("/request");
    }
}
