package org.ectsuite.notification.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.asAdmin;
import static org.ectsuite.notification.SendRequests.asService;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.message;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.ectsuite.notification.SendRequests.signInLink;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.notification.message.MessageStatus;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestDatabase;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The suppression list, kept by hand and by what servers report. */
@QuarkusTest
class SuppressionResourceTest {

    private final SmtpServer relay = SmtpServer.current();
    private final String address = "gone-" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void forget() {
        relay.forget();
    }

    // ---- By hand ----

    @Test
    void sends_nothing_to_an_address_on_the_list_whatever_its_case() {
        // Given
        add(Map.of("address", address.toUpperCase(Locale.ROOT), "note", "asked by phone"))
                .statusCode(201)
                .body("address", is(address))
                .body("reason", is("MANUAL"));

        // When
        String mailing = accepted(netLog(Map.of("address", address)));
        String signIn = accepted(signInLink(address));

        // Then
        awaitStatus(mailing, MessageStatus.SUPPRESSED);
        awaitStatus(signIn, MessageStatus.SUPPRESSED);
        message(mailing).body("lastError", containsString("suppression list: an administrator says so"));
        assertThat(relay.attempts()).isZero();
    }

    @Test
    void sends_again_when_the_address_is_taken_off_the_list() {
        // Given
        String id = add(Map.of("address", address)).statusCode(201).extract().path("id");

        // When
        asAdmin().delete("/suppressions/" + id).then().statusCode(204);

        // Then
        awaitStatus(accepted(netLog(Map.of("address", address))), MessageStatus.SENT);
        listed().body("items", empty());
        asAdmin().delete("/suppressions/" + id).then().statusCode(404);
        assertThat(TestDatabase.current().query("select action from audit_event where object_id = ? order by at", id))
                .containsExactly("suppression.added", "suppression.removed");
    }

    @Test
    void sends_again_when_the_entry_has_expired() {
        // Given
        String id = add(Map.of(
                        "address",
                        address,
                        "expiresAt",
                        Instant.now().plusSeconds(3600).toString()))
                .statusCode(201)
                .extract()
                .path("id");
        TestDatabase.current().update("update suppression set expires_at = now() where id = ?::uuid", id);

        // When
        String mail = accepted(netLog(Map.of("address", address)));

        // Then
        awaitStatus(mail, MessageStatus.SENT);
        listed().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"address\": \"nobody\"}",
                "{\"address\": \"a@example.org\", \"expiresAt\": \"2020-01-01T00:00:00Z\"}",
                "{\"address\": \"a@example.org\", \"note\": \"two\\nlines\"}",
                "{\"address\": \"a@example.org\", \"reason\": \"HARD_BOUNCE\"}"
            })
    void refuses_an_entry_that_is_none(String body) {
        asAdmin()
                .contentType("application/json")
                .body(body)
                .post("/suppressions")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "LOGGER", "NCS"})
    void is_for_administrators_alone(String role) {
        String token = TestTokens.user("mallory").roles(role).sign();

        RestAssured.given().auth().oauth2(token).get("/suppressions").then().statusCode(403);
        RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("address", address))
                .post("/suppressions")
                .then()
                .statusCode(403);
        RestAssured.given()
                .auth()
                .oauth2(token)
                .delete("/suppressions/" + UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    // ---- By reports ----

    @Test
    void stops_mail_to_an_address_that_does_not_exist() {
        // Given
        String id = sent();

        // When
        report(Reports.failure(id, "failed", "5.1.1", "550 5.1.1 User unknown")).statusCode(204);

        // Then
        message(id)
                .body("status", is("BOUNCED"))
                .body("history.to", contains("QUEUED", "SENDING", "SENT", "BOUNCED"))
                .body("lastError", containsString("550 5.1.1 User unknown"));
        listed().body("items.reason", contains("HARD_BOUNCE"));
        awaitStatus(accepted(signInLink(address)), MessageStatus.SUPPRESSED);
        assertThat(TestDatabase.current()
                        .query(
                                "select actor_client || ' ' || (after ->> 'suppressed') from audit_event"
                                        + " where action = 'message.returned' and object_id = ?",
                                id))
                .containsExactly("mail-relay true");
    }

    @Test
    void stops_mail_to_an_address_from_which_it_came_back_three_times() {
        // When
        for (int i = 0; i < 2; i++) {
            report(Reports.failure(sent(), "failed", "5.2.2", "552 5.2.2 Mailbox full"))
                    .statusCode(204);
        }
        listed().body("items", empty());
        report(Reports.failure(sent(), "failed", "5.2.2", "552 5.2.2 Mailbox full"))
                .statusCode(204);

        // Then
        listed().body("items.reason", contains("SOFT_BOUNCES"));
    }

    @Test
    void stops_mailings_to_whoever_complains_but_not_sign_in_mails() {
        // Given
        String id = sent();

        // When
        report(Reports.complaint(id)).statusCode(204);

        // Then
        message(id).body("status", is("COMPLAINED"));
        awaitStatus(accepted(netLog(Map.of("address", address))), MessageStatus.SUPPRESSED);
        awaitStatus(accepted(signInLink(address)), MessageStatus.SENT);
    }

    @Test
    void takes_the_same_report_twice_for_one() {
        // Given
        String id = sent();
        byte[] report = Reports.failure(id, "failed", "5.2.2", "552 5.2.2 Mailbox full");

        // When
        report(report).statusCode(204);
        report(report).statusCode(204);

        // Then
        assertThat(TestDatabase.current().query("select count(*) from bounce where message_id = ?::uuid", id))
                .containsExactly("1");
    }

    @Test
    void changes_nothing_for_what_is_no_report_of_ours() {
        // Given
        String id = sent();

        // When
        report(Reports.vacation(id)).statusCode(204);
        report(Reports.failure(id, "delayed", "4.4.1", "timeout")).statusCode(204);
        report(Reports.failure(UUID.randomUUID().toString(), "failed", "5.1.1", "unknown"))
                .statusCode(204);

        // Then
        message(id).body("status", is("SENT"));
        listed().body("items", empty());
    }

    @Test
    void takes_no_report_that_is_too_large() {
        report(new byte[256 * 1024 + 1]).statusCode(413).body("code", is("too-large"));
    }

    @ParameterizedTest
    @CsvSource({"ectlog-service, notifications:send", "mail-relay, revocations:read"})
    void takes_reports_only_with_the_scope_for_them(String client, String scope) {
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.service(client)
                        .scopes(scope)
                        .audience("notification-service")
                        .sign())
                .contentType("message/rfc822")
                .body(Reports.complaint(UUID.randomUUID().toString()))
                .post("/bounces")
                .then()
                .statusCode(403);
    }

    @Test
    void shows_the_list_to_no_service() {
        asService("ectlog-service").get("/suppressions").then().statusCode(403);
    }

    private String sent() {
        String id = accepted(netLog(Map.of("address", address)));
        awaitStatus(id, MessageStatus.SENT);
        return id;
    }

    private ValidatableResponse listed() {
        return asAdmin().queryParam("q", address).get("/suppressions").then().statusCode(200);
    }

    private static ValidatableResponse add(Map<String, Object> entry) {
        return asAdmin()
                .contentType("application/json")
                .body(entry)
                .post("/suppressions")
                .then();
    }

    private static ValidatableResponse report(byte[] mail) {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.service("mail-relay")
                        .scopes("bounces:report")
                        .audience("notification-service")
                        .sign())
                .contentType("message/rfc822")
                .body(mail)
                .post("/bounces")
                .then();
    }
}
