package org.ectsuite.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.ServiceUnderTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenResourceTest {

    private static final String PATH = "/auth/oauth/token";

    private static RequestSpecification form(Map<String, String> parameters) {
        return RestAssured.given()
                .basePath("")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(parameters);
    }

    private static RequestSpecification as(String client, Map<String, String> parameters) {
        return form(parameters).auth().preemptive().basic(client, ServiceUnderTest.secretOf(client));
    }

    private static Response grant(String client, Map<String, String> more) {
        Map<String, String> parameters = new java.util.HashMap<>(more);
        parameters.put("grant_type", "client_credentials");
        return as(client, parameters).post(PATH);
    }

    private static JsonPath claims(Response response) {
        String token = response.jsonPath().getString("access_token");
        return JsonPath.from(
                new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }

    private static void isError(Response response, int status, String error) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/json");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.jsonPath().getString("error")).isEqualTo(error);
        assertThat(response.jsonPath().getMap("$").keySet()).isEqualTo(java.util.Set.of("error", "error_description"));
    }

    @Test
    void gives_a_service_a_token_for_one_audience() {
        Response response =
                grant("ectlog-service", Map.of("audience", "notification-service", "scope", "notifications:send"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.jsonPath().getString("token_type")).isEqualTo("Bearer");
        assertThat(response.jsonPath().getInt("expires_in")).isEqualTo(600);
        assertThat(response.jsonPath().getString("scope")).isEqualTo("notifications:send");
        assertThat(claims(response).getString("sub")).isEqualTo("ectlog-service");
        assertThat(claims(response).getString("client_id")).isEqualTo("ectlog-service");
        assertThat(claims(response).getList("aud")).isEqualTo(List.of("notification-service"));
        assertThat(claims(response).getString("scope")).isEqualTo("notifications:send");
        assertThat(claims(response).getString("sid")).isNull();
        assertThat(claims(response).<Object>get("groups")).isNull();
    }

    @Test
    void takes_id_and_secret_from_the_form_as_well() {
        Response response = form(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "media-service",
                        "client_secret", ServiceUnderTest.secretOf("media-service")))
                .post(PATH);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getString("scope")).isEqualTo("revocations:read");
        assertThat(claims(response).getList("aud")).isEqualTo(List.of("auth-service"));
    }

    @Test
    void the_token_opens_the_doors_of_its_scopes_and_no_other() {
        String token = grant("media-service", Map.of()).jsonPath().getString("access_token");

        assertThat(Person.withToken(token).get("/auth/revocations").statusCode())
                .isEqualTo(200);
        assertThat(Person.withToken(token)
                        .get("/auth/people?ids=" + java.util.UUID.randomUUID())
                        .statusCode())
                .isEqualTo(403);
        assertThat(Person.withToken(token).get("/auth/me").statusCode()).isEqualTo(403);
        assertThat(Person.withToken(token).get("/auth/accounts").statusCode()).isEqualTo(403);
    }

    @Test
    void a_token_for_another_audience_opens_nothing_here() {
        String token = grant("ectlog-service", Map.of("audience", "notification-service"))
                .jsonPath()
                .getString("access_token");

        assertThat(Person.withToken(token).get("/auth/revocations").statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_wrong_secret_is_not_believed() {
        Response response = form(Map.of("grant_type", "client_credentials"))
                .auth()
                .preemptive()
                .basic("ectlog-service", ServiceUnderTest.secretOf("media-service"))
                .post(PATH);

        isError(response, 401, "invalid_client");
        assertThat(response.header("WWW-Authenticate")).startsWith("Basic");
    }

    @Test
    void an_unknown_client_is_answered_like_a_known_one_with_a_wrong_secret() {
        Response unknown = form(Map.of("grant_type", "client_credentials"))
                .auth()
                .preemptive()
                .basic("nobody", "x")
                .post(PATH);
        Response wrong = form(Map.of("grant_type", "client_credentials"))
                .auth()
                .preemptive()
                .basic("ectlog-service", "x")
                .post(PATH);

        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
        assertThat(unknown.asString()).isEqualTo(wrong.asString());
    }

    @Test
    void no_authentication_at_all_is_not_believed() {
        isError(form(Map.of("grant_type", "client_credentials")).post(PATH), 401, "invalid_client");
        isError(
                form(Map.of("grant_type", "client_credentials", "client_id", "media-service"))
                        .post(PATH),
                401,
                "invalid_client");
        isError(
                form(Map.of("grant_type", "client_credentials"))
                        .header("Authorization", "Bearer abc")
                        .post(PATH),
                401,
                "invalid_client");
    }

    @Test
    void two_ways_to_authenticate_are_one_too_many() {
        isError(
                as("media-service", Map.of("grant_type", "client_credentials", "client_secret", "x"))
                        .post(PATH),
                400,
                "invalid_request");
    }

    @Test
    void nobody_gets_a_scope_that_is_not_his() {
        isError(grant("media-service", Map.of("scope", "people:read")), 400, "invalid_scope");
        isError(grant("ectlog-service", Map.of("scope", "notifications:send people:mail")), 400, "invalid_scope");
        isError(grant("ectlog-service", Map.of("scope", " ")), 400, "invalid_scope");
    }

    @Test
    void nobody_gets_an_audience_that_is_not_his() {
        isError(grant("media-service", Map.of("audience", "notification-service")), 400, "invalid_target");
        isError(grant("media-service", Map.of("audience", "media-service")), 400, "invalid_target");
    }

    @Test
    void only_known_grants_are_exchanged() {
        isError(as("media-service", Map.of("grant_type", "password")).post(PATH), 400, "unsupported_grant_type");
        isError(as("media-service", Map.of()).post(PATH), 400, "invalid_request");
        isError(as("media-service", Map.of("grant_type", "")).post(PATH), 400, "invalid_request");
    }

    @Test
    void a_parameter_sent_twice_is_refused() {
        Response response = as("media-service", Map.of("grant_type", "client_credentials"))
                .formParam("scope", "revocations:read", "revocations:read")
                .post(PATH);

        isError(response, 400, "invalid_request");
    }

    @Test
    void is_asked_by_post_alone() {
        assertThat(RestAssured.given().basePath("").get(PATH).statusCode()).isEqualTo(405);
    }
}
