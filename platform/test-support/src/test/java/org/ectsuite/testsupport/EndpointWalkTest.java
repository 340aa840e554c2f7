package org.ectsuite.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.RestAssured;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointWalkTest {
    private static final String DOCUMENT = """
            {"paths": {
              "/nets": {"get": {}, "post": {"requestBody": {"content": {"application/json": {}}}}},
              "/nets/{id}": {
                "parameters": [{"name": "id", "in": "path", "schema": {"format": "uuid"}}],
                "get": {}},
              "/version": {"get": {}}}}""";

    private final Service service = new Service();

    /** A service that keeps everything closed but its version, unless told otherwise. */
    private static final class Service extends FakeServer {
        private final Map<String, Answer> answers = new ConcurrentHashMap<>(Map.of("GET /version", Answer.empty(200)));
        private volatile String document = DOCUMENT;

        @Override
        Answer answer(Request request) {
            if (request.path().equals("/openapi")) {
                return Answer.json(200, document);
            }
            return answers.getOrDefault(request.method() + " " + request.path(), refusal());
        }

        static Answer refusal() {
            return new Answer(
                    401,
                    "{}",
                    Map.of("Content-Type", "application/problem+json", "WWW-Authenticate", "Bearer realm=\"ect\""));
        }
    }

    private EndpointWalk walk() {
        return EndpointWalk.of("/openapi");
    }

    @BeforeEach
    void point_at_the_service() {
        RestAssured.baseURI = "http://127.0.0.1";
        RestAssured.port = URI.create(service.origin()).getPort();
    }

    @AfterEach
    void stop() {
        RestAssured.reset();
        service.close();
    }

    @Test
    void passes_when_all_are_closed_but_those_named() {
        assertThat(walk().open("GET /version").verify()).isEqualTo(4);
        assertThat(service.requests("/nets/01890a5d-ac96-774b-bcce-b302099a8057"))
                .isEqualTo(1);
    }

    @Test
    void takes_a_whole_url_of_the_document() {
        assertThat(EndpointWalk.of(service.origin() + "/openapi")
                        .open("GET /version")
                        .verify())
                .isEqualTo(4);
    }

    @Test
    void finds_an_open_endpoint_that_nobody_named() {
        assertThatThrownBy(() -> walk().verify())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /version answers 200 without a token");
    }

    @Test
    void finds_an_endpoint_that_looks_at_the_body_first() {
        service.answers.put("POST /nets", FakeServer.Answer.empty(400));

        assertThatThrownBy(() -> walk().open("GET /version").verify())
                .hasMessageContaining("POST /nets answers 400 without a token");
    }

    @Test
    void finds_a_refusal_that_is_no_problem_or_has_no_challenge() {
        service.answers.put("GET /nets", FakeServer.Answer.empty(401));
        service.answers.put(
                "POST /nets", new FakeServer.Answer(401, "{}", Map.of("Content-Type", "application/problem+json")));

        assertThatThrownBy(() -> walk().open("GET /version").verify())
                .hasMessageContaining("GET /nets refuses with content type ''")
                .hasMessageContaining("POST /nets refuses with challenge ''");
    }

    @Test
    void finds_a_name_that_is_stale_and_one_that_is_closed() {
        assertThatThrownBy(() ->
                        walk().open("GET /version", "GET /gone", "GET /nets").verify())
                .hasMessageContaining("GET /gone is named open and is not in the document")
                .hasMessageContaining("GET /nets is named open and answers 401");
    }

    @Test
    void an_empty_document_proves_nothing() {
        service.document = "{\"paths\": {}}";

        assertThatThrownBy(() -> walk().verify()).isInstanceOf(AssertionError.class);
    }
}
