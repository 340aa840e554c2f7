package org.ectsuite.notification.message;

import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.asAdmin;
import static org.ectsuite.notification.SendRequests.asService;
import static org.ectsuite.notification.SendRequests.key;
import static org.ectsuite.notification.SendRequests.signInLink;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may send, and who may see what was sent. */
@QuarkusTest
class MessageAccessTest {

    private final SmtpServer relay = SmtpServer.current();

    @BeforeEach
    void forget() {
        relay.forget();
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "LOGGER", "NCS", "ADMIN"})
    void lets_no_role_send(String role) {
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.user("alice").roles(role).sign())
                .header("Idempotency-Key", key())
                .contentType("application/json")
                .body(signInLink("x@example.org"))
                .post("/messages")
                .then()
                .statusCode(403)
                .body("code", is("forbidden"));
    }

    @Test
    void lets_no_service_send_without_the_scope() {
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.service("media-service")
                        .scopes("revocations:read")
                        .sign())
                .header("Idempotency-Key", key())
                .contentType("application/json")
                .body(signInLink("x@example.org"))
                .post("/messages")
                .then()
                .statusCode(403);
    }

    @Test
    void accepts_no_token_for_another_service() {
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.service("ectlog-service")
                        .scopes("notifications:send")
                        .audience("media-service")
                        .sign())
                .header("Idempotency-Key", key())
                .contentType("application/json")
                .body(signInLink("x@example.org"))
                .post("/messages")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "LOGGER", "NCS"})
    void shows_messages_to_administrators_alone(String role) {
        // Given
        String id = accepted(signInLink("secret@example.org"));
        String token = TestTokens.user("mallory").roles(role).sign();

        // Then
        for (String path : List.of("/messages", "/messages/" + id)) {
            RestAssured.given().auth().oauth2(token).get(path).then().statusCode(403);
        }
        for (String path : List.of("/messages/" + id + "/retry", "/messages/" + id + "/cancel")) {
            RestAssured.given().auth().oauth2(token).post(path).then().statusCode(403);
        }
        asAdmin().get("/messages").then().statusCode(200);
    }

    @Test
    void shows_messages_to_no_service() {
        asService("ectlog-service").get("/messages").then().statusCode(403);
    }
}
