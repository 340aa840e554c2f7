package org.ectsuite.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.acceptedForLater;
import static org.ectsuite.notification.SendRequests.asAdmin;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.message;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestDatabase;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Administrators intervene with many messages at once. */
@QuarkusTest
class BulkInterventionTest {

    private final SmtpServer relay = SmtpServer.current();

    @BeforeEach
    void forget() {
        relay.forget();
    }

    @Test
    void retries_the_named_messages_and_passes_over_what_was_sent() {
        // Given
        List<String> ids = new ArrayList<>();
        for (String name : List.of("one", "two")) {
            ids.add(dead(name + "@example.org"));
        }
        relay.forget();
        String sent = accepted(netLog(Map.of("address", "sent@example.org")));
        awaitStatus(sent, MessageStatus.SENT);
        ids.add(sent);

        // When
        ValidatableResponse answer = bulk(Map.of("action", "RETRY", "ids", ids));

        // Then
        answer.statusCode(200).body("changed", is(2)).body("unchanged", is(1)).body("more", is(false));
        awaitStatus(ids.get(0), MessageStatus.SENT);
        awaitStatus(ids.get(1), MessageStatus.SENT);
        assertThat(relay.mailsTo("sent@example.org")).hasSize(1);
    }

    @Test
    void discards_all_dead_messages_of_a_kind_and_nothing_else() {
        // Given
        String dead = dead("dead@example.org");
        String waiting = acceptedForLater("waiting@example.org");

        // When
        ValidatableResponse answer = bulk(Map.of("action", "DISCARD", "kind", "net-log"));

        // Then
        answer.statusCode(200).body("more", is(false));
        message(dead).body("status", is("CANCELLED"));
        message(waiting).body("status", is("QUEUED"));
        assertThat(TestDatabase.current()
                        .query("select count(*) from message_content where message_id = ?::uuid", dead))
                .containsExactly("0");
        asAdmin()
                .queryParam("status", "DEAD")
                .queryParam("kind", "net-log")
                .get("/messages")
                .then()
                .body("items.size()", is(0));
    }

    @Test
    void cancels_the_named_messages_with_one_line_in_the_audit_trail() {
        // Given
        List<String> ids = List.of(acceptedForLater("a@example.org"), acceptedForLater("b@example.org"));

        // When
        bulk(Map.of("action", "CANCEL", "ids", ids)).statusCode(200).body("changed", is(2));

        // Then
        ids.forEach(id -> message(id).body("status", is("CANCELLED")));
        assertThat(TestDatabase.current()
                        .query(
                                "select action || ' ' || (after ->> 'count') from audit_event where object_type = 'messages'"
                                        + " and after -> 'messages' @> to_jsonb(?::text)",
                                ids.getFirst()))
                .containsExactly("message.cancelled 2");
    }

    @Test
    void leaves_alone_what_a_worker_holds() {
        // Given
        String held = acceptedForLater("held@example.org");
        TestDatabase.current()
                .update(
                        "update message set status = 'SENDING', attempts = 1, due_at = now() + interval '1 hour'"
                                + " where id = ?::uuid",
                        held);

        // When
        ValidatableResponse answer = bulk(Map.of("action", "CANCEL", "ids", List.of(held)));

        // Then
        answer.statusCode(200).body("changed", is(0)).body("unchanged", is(1));
        message(held).body("status", is("SENDING"));
    }

    @Test
    void puts_a_single_dead_message_away() {
        // Given
        String dead = dead("single@example.org");

        // When
        asAdmin().post("/messages/" + dead + "/discard").then().statusCode(200).body("status", is("CANCELLED"));

        // Then
        asAdmin().post("/messages/" + dead + "/discard").then().statusCode(409).body("code", is("illegal-transition"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"action\": \"DELETE\"}",
                "{\"action\": \"RETRY\", \"ids\": []}",
                "{\"action\": \"RETRY\", \"kind\": \"birthday\"}",
                "{\"action\": \"RETRY\", \"lane\": \"FAST\"}",
                "{\"action\": \"RETRY\", \"ids\": [\"0195a1b2-0000-7000-8000-000000000001\"], \"kind\": \"net-log\"}",
                "{\"action\": \"RETRY\", \"all\": true}"
            })
    void refuses_a_request_that_does_not_say_what_is_meant(String body) {
        asAdmin()
                .contentType("application/json")
                .body(body)
                .post("/messages/bulk")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "LOGGER", "NCS"})
    void lets_administrators_alone_intervene(String role) {
        String token = TestTokens.user("mallory").roles(role).sign();

        RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("action", "CANCEL"))
                .post("/messages/bulk")
                .then()
                .statusCode(403);
        RestAssured.given()
                .auth()
                .oauth2(token)
                .post("/messages/" + UUID.randomUUID() + "/discard")
                .then()
                .statusCode(403);
    }

    private String dead(String address) {
        relay.refuse(address);
        String id = accepted(netLog(Map.of("address", address)));
        awaitStatus(id, MessageStatus.DEAD);
        return id;
    }

    private static ValidatableResponse bulk(Map<String, Object> request) {
        return asAdmin()
                .contentType("application/json")
                .body(request)
                .post("/messages/bulk")
                .then();
    }
}
