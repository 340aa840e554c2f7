package org.ectsuite.webedge.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.webedge.app.EdgeClient.requestFrom;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.UUID;
import org.ectsuite.testsupport.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RequestResourceTest {

    @Test
    void a_request_without_an_id_gets_one_that_endpoint_and_response_share() {
        // When
        Response response = requestFrom("203.0.113.1").get("/request");

        // Then
        String id = response.header("X-Request-Id");
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        assertThat(response.jsonPath().getString("id")).isEqualTo(id);
    }

    @Test
    void an_id_of_the_caller_is_kept() {
        // When
        Response response = requestFrom("203.0.113.1")
                .header("X-Request-Id", "chain-of-calls-1")
                .get("/request");

        // Then
        assertThat(response.headers().getValues("X-Request-Id")).containsExactly("chain-of-calls-1");
        assertThat(response.jsonPath().getString("id")).isEqualTo("chain-of-calls-1");
    }

    @Test
    void an_id_that_is_none_is_not_echoed() {
        // When
        Response response =
                requestFrom("203.0.113.1").header("X-Request-Id", "<b>bold</b>").get("/request");

        // Then
        assertThat(response.header("X-Request-Id")).doesNotContain("<");
    }

    @Test
    void the_address_is_the_one_that_the_gateway_saw() {
        // When
        Response response = requestFrom("198.51.100.7, 203.0.113.1").get("/request");

        // Then
        assertThat(response.jsonPath().getString("address")).isEqualTo("203.0.113.1");
    }

    @Test
    void a_call_without_gateway_is_from_its_peer() {
        // When
        Response response = RestAssured.given().header("User-Agent", "ect-test").get("/request");

        // Then
        assertThat(response.jsonPath().getString("address")).isEqualTo("127.0.0.1");
        assertThat(response.jsonPath().getString("agent")).isEqualTo("ect-test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x;q=y", "x", "", ",", "application/json, x;q=y", "application/json;q=", "\"", "*/*;q=NaN"})
    void an_accept_header_that_cannot_be_read_is_passed_over(String accept) {
        // When
        Response response = requestFrom("203.0.113.1").header("Accept", accept).get("/request");

        // Then
        assertThat(response.statusCode()).isIn(200, 406);
        assertThat(response.contentType()).startsWith("application/");
    }
}
