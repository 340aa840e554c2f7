package org.ectsuite.notification.suppression;

import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.asAdmin;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.message;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.notification.message.MessageStatus;
import org.ectsuite.testsupport.SmtpServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that providers post, each signed as its provider does it. */
@QuarkusTest
class BounceHookResourceTest {

    private final SmtpServer relay = SmtpServer.current();
    private final String address = "gone-" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void forget() {
        relay.forget();
    }

    // ---- Programs of one's own ----

    @Test
    void takes_a_signed_report_and_stops_mail_to_the_address() {
        // Given
        String id = sent();

        // When
        standard(UUID.randomUUID().toString(), Instant.now(), report("HARD", id))
                .statusCode(204);

        // Then
        message(id).body("status", is("BOUNCED")).body("lastError", is("Came back: 5.1.1 no such user"));
        listed().body("items.reason", contains("HARD_BOUNCE"));
    }

    @Test
    void takes_each_report_once() {
        // Given
        String id = sent();
        String post = UUID.randomUUID().toString();
        standard(post, Instant.now(), report("SOFT", id)).statusCode(204);

        // When
        ValidatableResponse replay = standard(post, Instant.now(), report("COMPLAINT", id));

        // Then
        replay.statusCode(409);
        message(id).body("status", is("BOUNCED"));
        listed().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({"-6", "6"})
    void refuses_a_signature_of_another_time(int minutes) {
        // Given
        String id = sent();

        // When
        standard(UUID.randomUUID().toString(), Instant.now().plus(Duration.ofMinutes(minutes)), report("HARD", id))
                .statusCode(403);

        // Then
        message(id).body("status", is("SENT"));
    }

    @Test
    void refuses_what_was_changed_on_the_way() {
        // Given
        String id = sent();
        String post = UUID.randomUUID().toString();
        Instant now = Instant.now();
        String signature = standardSignature(post, now, report("SOFT", id));

        // When
        posted(post, now, signature, report("HARD", id)).statusCode(403);
        posted("another", now, signature, report("SOFT", id)).statusCode(403);
        posted(post, now.plusSeconds(1), signature, report("SOFT", id)).statusCode(403);
        posted(post, now, "v1,AAAA", report("SOFT", id)).statusCode(403);
        posted(post, now, signature.replace("v1,", "v2,"), report("SOFT", id)).statusCode(403);
        unsigned("standard", report("SOFT", id)).statusCode(403);

        // Then
        message(id).body("status", is("SENT"));
        listed().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"kind\": \"HARD\"}",
                "{\"kind\": \"LATE\", \"messageId\": \"<0195a1b2-0000-7000-8000-000000000001@ect.example>\"}",
                "{\"kind\": \"HARD\", \"messageId\": \"<someone-else@example.org>\"}",
                "{\"kind\": \"HARD\", \"messageId\": \"<0195a1b2-0000-7000-8000-000000000001@ect.example>\", \"a\": 1}"
            })
    void refuses_what_is_signed_and_no_report(String body) {
        standard(UUID.randomUUID().toString(), Instant.now(), body).statusCode(400);
    }

    @Test
    void changes_nothing_by_a_report_on_a_mail_that_is_none_of_ours() {
        standard(
                        UUID.randomUUID().toString(),
                        Instant.now(),
                        report("HARD", UUID.randomUUID().toString()))
                .statusCode(204);

        listed().body("items", empty());
    }

    // ---- Mailgun ----

    @ParameterizedTest
    @CsvSource({
        "failed, permanent, 5.1.1, BOUNCED, HARD_BOUNCE",
        "failed, permanent, '', BOUNCED, HARD_BOUNCE",
        "failed, permanent, 5.2.2, BOUNCED, ''",
        "failed, temporary, 4.2.2, SENT, ''",
        "complained, '', '', COMPLAINED, COMPLAINT",
        "delivered, '', '', SENT, ''"
    })
    void understands_what_mailgun_says(String event, String severity, String code, String status, String reason) {
        // Given
        String id = sent();

        // When
        mailgun(token(), Instant.now(), event(event, severity, code, id)).statusCode(204);

        // Then
        message(id).body("status", is(status));
        if (reason.isEmpty()) {
            listed().body("items", empty());
        } else {
            listed().body("items.reason", contains(reason));
        }
    }

    @Test
    void takes_each_token_of_mailgun_once_whatever_comes_with_it() {
        // Given: its signature does not cover what it says
        String token = token();
        Instant now = Instant.now();
        String first = sent();
        mailgun(token, now, event("delivered", "", "", first)).statusCode(204);

        // When
        mailgun(token, now, event("failed", "permanent", "5.1.1", first)).statusCode(409);

        // Then
        message(first).body("status", is("SENT"));
        listed().body("items", empty());
    }

    @Test
    void refuses_what_mailgun_has_not_signed() {
        // Given
        String id = sent();
        Instant now = Instant.now();

        // When
        mailgun(token(), now.minus(Duration.ofMinutes(6)), event("complained", "", "", id))
                .statusCode(403);
        mailgun(token(), now, "0".repeat(64), event("complained", "", "", id)).statusCode(403);
        mailgun(token(), now, "zz", event("complained", "", "", id)).statusCode(403);
        unsigned("mailgun", "{\"event-data\": {}}").statusCode(403);
        unsigned("mailgun", "no json").statusCode(403);

        // Then
        message(id).body("status", is("SENT"));
    }

    // ---- All ----

    @ParameterizedTest
    @ValueSource(strings = {"postmark", "x"})
    void knows_no_provider_that_there_is_not(String provider) {
        unsigned(provider, "{}").statusCode(404);
    }

    @Test
    void takes_no_more_than_a_report_can_have() {
        unsigned("standard", "{\"kind\": \"" + "x".repeat(257 * 1024) + "\"}").statusCode(413);
    }

    private String sent() {
        String id = accepted(netLog(Map.of("address", address)));
        awaitStatus(id, MessageStatus.SENT);
        return id;
    }

    private ValidatableResponse listed() {
        return asAdmin().queryParam("q", address).get("/suppressions").then().statusCode(200);
    }

    private static String report(String kind, String id) {
        return json(Map.of(
                "kind",
                kind,
                "messageId",
                "<" + id + "@ect.example>",
                "status",
                "5.1.1",
                "diagnostic",
                "no such\r\nuser"));
    }

    private static ValidatableResponse standard(String post, Instant at, String body) {
        return posted(post, at, standardSignature(post, at, body), body);
    }

    private static String standardSignature(String post, Instant at, String body) {
        byte[] signature = new HookSignature(BounceSecrets.STANDARD)
                .sign(bytes(post + "." + at.getEpochSecond() + "."), bytes(body));
        return "v1," + Base64.getEncoder().encodeToString(signature);
    }

    private static ValidatableResponse posted(String post, Instant at, String signature, String body) {
        return RestAssured.given()
                .header("webhook-id", post)
                .header("webhook-timestamp", at.getEpochSecond())
                .header("webhook-signature", signature)
                .contentType("application/json")
                .body(body)
                .post("/bounces/hooks/standard")
                .then();
    }

    private static String token() {
        return UUID.randomUUID().toString().replace("-", "") + "0123456789abcdef01";
    }

    private static Map<String, Object> event(String event, String severity, String code, String id) {
        return Map.of(
                "event",
                event,
                "severity",
                severity,
                "delivery-status",
                Map.of("code", 550, "enhanced-code", code, "message", "no such user"),
                "message",
                Map.of("headers", Map.of("message-id", id + "@ect.example")));
    }

    private static ValidatableResponse mailgun(String token, Instant at, Map<String, Object> event) {
        byte[] signature = new HookSignature(bytes(BounceSecrets.MAILGUN)).sign(bytes(at.getEpochSecond() + token));
        return mailgun(token, at, HexFormat.of().formatHex(signature), event);
    }

    private static ValidatableResponse mailgun(String token, Instant at, String signature, Map<String, Object> event) {
        return unsigned(
                "mailgun",
                json(Map.of(
                        "signature",
                        Map.of(
                                "timestamp",
                                String.valueOf(at.getEpochSecond()),
                                "token",
                                token,
                                "signature",
                                signature),
                        "event-data",
                        event)));
    }

    private static ValidatableResponse unsigned(String provider, String body) {
        return RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post("/bounces/hooks/" + provider)
                .then();
    }

    private static String json(Map<String, ?> members) {
        try {
            return new ObjectMapper().writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
