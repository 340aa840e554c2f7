package org.ectsuite.testsupport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationServerTest {
    private static final String MESSAGE = """
            {"kind": "net-log", "recipient": {"userId": "01890a5d-ac96-774b-bcce-b302099a8057"}, "data": {"netId": "n"}}""";

    private final NotificationServerResource resource = new NotificationServerResource();
    private Map<String, String> config = Map.of();

    @BeforeEach
    void start() {
        config = resource.start();
    }

    @AfterEach
    void stop() {
        resource.stop();
    }

    private int post(String key, String body) {
        return given().auth()
                .oauth2("token")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(config.get("ECT_NOTIFICATION_URL") + "/messages")
                .statusCode();
    }

    @Test
    void records_a_message_once_per_key() {
        // When
        int first = post("k1", MESSAGE);
        int repeat = post("k1", MESSAGE);

        // Then
        assertThat(first).isEqualTo(202);
        assertThat(repeat).isEqualTo(202);
        assertThat(NotificationServer.attempts()).isEqualTo(2);
        assertThat(NotificationServer.received("net-log")).singleElement().satisfies(message -> {
            assertThat(message.idempotencyKey()).isEqualTo("k1");
            assertThat(message.authorization()).isEqualTo("Bearer token");
            assertThat(message.data().path("netId").asText()).isEqualTo("n");
        });
        assertThat(NotificationServer.received("sign-in-link")).isEmpty();
    }

    @Test
    void refuses_another_message_under_the_same_key() {
        assertThat(post("k1", MESSAGE)).isEqualTo(202);
        assertThat(post("k1", MESSAGE.replace("net-log", "sign-in-link"))).isEqualTo(422);
        assertThat(NotificationServer.received()).hasSize(1);
    }

    @Test
    void wants_a_token_a_key_and_a_kind() {
        given().header("Idempotency-Key", "k1")
                .contentType("application/json")
                .body(MESSAGE)
                .post(config.get("ECT_NOTIFICATION_URL") + "/messages")
                .then()
                .statusCode(401);
        assertThat(post("", MESSAGE)).isEqualTo(400);
        assertThat(post("k2", "{}")).isEqualTo(400);
        assertThat(NotificationServer.received()).isEmpty();
    }

    @Test
    void refuses_when_told_to_and_accepts_again() {
        // Given
        NotificationServer.refuseWith(503);
        given().post(config.get("ECT_NOTIFICATION_URL") + "/messages")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("status", equalTo(503));

        // When
        NotificationServer.forget();

        // Then
        assertThat(post("k1", MESSAGE)).isEqualTo(202);
        assertThat(NotificationServer.attempts()).isEqualTo(1);
    }
}
