package org.ectsuite.testsupport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthServerTest {
    private final AuthServerResource resource = new AuthServerResource();
    private Map<String, String> config = Map.of();

    @BeforeEach
    void start() {
        config = resource.start();
    }

    @AfterEach
    void stop() {
        resource.stop();
    }

    private String url(String path) {
        return config.get("ECT_AUTH_URL") + path;
    }

    private String secret() {
        return String.valueOf(config.get("ECT_CLIENT_SECRET"));
    }

    private String tokenOf(String client) {
        return given().auth()
                .preemptive()
                .basic(client, secret())
                .formParam("grant_type", "client_credentials")
                .post(url("/oauth/token"))
                .then()
                .statusCode(200)
                .body("token_type", equalTo("Bearer"))
                .extract()
                .path("access_token");
    }

    @Test
    void gives_tokens_to_who_knows_the_secret() {
        assertThat(tokenOf("ectlog-service").split("\\.", -1)).hasSize(3);
        given().auth()
                .preemptive()
                .basic("ectlog-service", "wrong")
                .formParam("grant_type", "client_credentials")
                .post(url("/oauth/token"))
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
    }

    @Test
    void the_list_wants_a_token_and_says_when_it_is_unchanged() {
        // Given
        AuthServer.revokeSession(UUID.randomUUID());
        AuthServer.revokeSubject("alice");
        var token = tokenOf("media-service");

        // When
        var tag = given().auth()
                .oauth2(token)
                .get(url("/revocations"))
                .then()
                .statusCode(200)
                .body("entries.kind", contains("sid", "sub"))
                .body("entries[1].value", equalTo(TestTokens.idOf("alice").toString()))
                .extract()
                .header("ETag");

        // Then
        given().auth()
                .oauth2(token)
                .header("If-None-Match", tag)
                .get(url("/revocations"))
                .then()
                .statusCode(304);
        given().get(url("/revocations")).then().statusCode(401);
        AuthServer.forgetRevocations();
        given().auth().oauth2(token).get(url("/revocations")).then().body("entries", hasSize(0));
    }

    @Test
    void mail_addresses_are_for_those_with_the_scope() {
        // Given
        var alice = AuthServer.person("alice", "Alice", "alice@test.example");
        AuthServer.person(alice.callsign("W1AW").zone("Europe/Berlin"));

        // When
        var ids = alice.id() + "," + UUID.randomUUID();

        // Then
        given().auth()
                .oauth2(tokenOf("notification-service"))
                .get(url("/people?ids=" + ids))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].callsign", equalTo("W1AW"))
                .body("items[0].zone", equalTo("Europe/Berlin"))
                .body("items[0].email", equalTo("alice@test.example"));
        given().auth()
                .oauth2(tokenOf("ectlog-service"))
                .get(url("/people?ids=" + ids))
                .then()
                .statusCode(200)
                .body("items[0].email", nullValue());
        given().auth()
                .oauth2(tokenOf("media-service"))
                .get(url("/people?ids=" + ids))
                .then()
                .statusCode(401);
    }

    @Test
    void a_cut_off_server_does_not_answer_until_it_is_back() {
        // Given
        AuthServer.disconnect();

        // When
        assertThatThrownBy(() -> given().get(url("/jwks"))).isNotNull();

        // Then
        AuthServer.reconnect();
        given().get(url("/jwks")).then().statusCode(200).body("keys.kty", hasItem("EC"));
    }
}
