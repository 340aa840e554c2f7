package org.ectsuite.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.CODE;
import static org.ectsuite.notification.SendRequests.LINK;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.asAdmin;
import static org.ectsuite.notification.SendRequests.asService;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.file;
import static org.ectsuite.notification.SendRequests.key;
import static org.ectsuite.notification.SendRequests.message;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.ectsuite.notification.SendRequests.part;
import static org.ectsuite.notification.SendRequests.send;
import static org.ectsuite.notification.SendRequests.signInLink;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.ReceivedMail;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestDatabase;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MessageResourceTest {

    private final SmtpServer relay = SmtpServer.current();

    @BeforeEach
    void forget() {
        relay.forget();
    }

    // ---- Sending ----

    @Test
    void sends_a_sign_in_mail_encrypted_and_after_a_login() {
        // When
        String id = send(key(), signInLink("joerg@example.org"))
                .statusCode(202)
                .body("status", is("QUEUED"))
                .extract()
                .path("id");

        // Then
        ReceivedMail mail = relay.awaitMailTo("joerg@example.org");
        assertThat(mail.encrypted()).isTrue();
        assertThat(mail.authenticatedAs()).contains(relay.username());
        assertThat(mail.subject()).isEqualTo("Sign in to ECT Suite");
        assertThat(mail.text())
                .contains(LINK)
                .contains("K7QM-4XWD")
                .contains("19:17 CET")
                .contains("Hello Jörg");
        assertThat(mail.html())
                .contains("href=\"" + LINK)
                .contains("K7QM-4XWD")
                .contains("Firefox on Windows, 203.0.113.7");
        assertThat(mail.header("Message-ID")).containsExactly("<" + id + "@test.example>");
        awaitStatus(id, MessageStatus.SENT);
        message(id)
                .body("sentAt", notNullValue())
                .body("attempts", is(1))
                .body("history.to", contains("QUEUED", "SENDING", "SENT"));
    }

    @Test
    void sends_a_net_log_to_a_person_in_the_persons_zone_with_its_files() {
        // Given
        AuthServer.Person hiram = AuthServer.person("hiram", "Hiram", "hiram@example.org");
        AuthServer.person(hiram.zone("America/New_York"));

        // When
        String id = accepted(netLog(Map.of("userId", hiram.id().toString())));

        // Then
        ReceivedMail mail = relay.awaitMailTo("hiram@example.org");
        assertThat(mail.subject()).isEqualTo("Net log: Oberrhein Emergency Net");
        assertThat(mail.text())
                .contains("14:30 – 15:37 EDT (18:30 – 19:37 UTC)")
                .contains("HB9/DK3XY/P")
                .contains("Attached: oberrhein.csv, oberrhein-ics309.txt");
        assertThat(mail.html()).contains("HB9/DK3XY/P").contains("Has traffic").contains("14:31");
        assertThat(mail.attachments())
                .extracting(ReceivedMail.Attachment::name)
                .containsExactly("oberrhein.csv", "oberrhein-ics309.txt");
        assertThat(mail.attachments().getFirst().asText()).isEqualTo("number,callsign\r\n1,HB9/DK3XY/P\r\n");
        assertThat(mail.attachments().getLast().asText()).isEqualTo("ICS 309 – log\n");
        awaitStatus(id, MessageStatus.SENT);
        message(id)
                .body("recipient", is("hiram@example.org"))
                .body("recipientUserId", is(hiram.id().toString()))
                .body("attachments.name", contains("oberrhein.csv", "oberrhein-ics309.txt"));
    }

    @Test
    void keeps_a_mail_to_a_person_unknown_to_auth_service_for_administrators() {
        // When
        String id = accepted(netLog(Map.of("userId", UUID.randomUUID().toString())));

        // Then
        awaitStatus(id, MessageStatus.DEAD);
        message(id)
                .body("lastError", is("There is no such person, or the person is barred"))
                .body("recipient", startsWith("person "));
    }

    @Test
    void does_not_send_before_its_time() {
        // Given
        Map<String, Object> request = signInLink("later@example.org");
        request.put("notBefore", Instant.now().plusSeconds(3).toString());

        // When
        String id = accepted(request);

        // Then: the mail after it overtakes it
        accepted(signInLink("now@example.org"));
        relay.awaitMailTo("now@example.org");
        assertThat(relay.mailsTo("later@example.org")).isEmpty();
        relay.awaitMailTo("later@example.org");
        awaitStatus(id, MessageStatus.SENT);
    }

    // ---- Once ----

    @Test
    void answers_a_repeated_request_with_the_first_answer_and_sends_once() {
        // Given
        String key = key();
        Map<String, Object> request = signInLink("once@example.org");
        String first = send(key, request).statusCode(202).extract().asString();
        relay.awaitMailTo("once@example.org");

        // When
        String second = send(key, request).statusCode(202).extract().asString();

        // Then
        assertThat(second).isEqualTo(first);
        accepted(signInLink("after@example.org"));
        relay.awaitMailTo("after@example.org");
        assertThat(relay.mailsTo("once@example.org")).hasSize(1);
    }

    @Test
    void stores_one_message_for_requests_that_come_at_the_same_moment() throws Exception {
        // Given
        String key = key();
        Map<String, Object> request = signInLink("race@example.org");
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> send(key, request).statusCode(202).extract().path("id"));
        }

        // When
        List<String> ids = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (Future<String> answer : threads.invokeAll(calls)) {
                ids.add(answer.get());
            }
        }

        // Then
        assertThat(new HashSet<>(ids)).hasSize(1);
        assertThat(TestDatabase.current().query("select count(*) from message where idempotency_key = ?", key))
                .containsExactly("1");
        awaitStatus(ids.getFirst(), MessageStatus.SENT);
        assertThat(relay.mailsTo("race@example.org")).hasSize(1);
    }

    @Test
    void refuses_a_key_that_came_with_another_request() {
        // Given
        String key = key();
        send(key, signInLink("first@example.org")).statusCode(202);

        // When
        ValidatableResponse answer = send(key, signInLink("second@example.org"));

        // Then
        answer.statusCode(422).body("code", is("idempotency-key-reused"));
    }

    @Test
    void keeps_the_keys_of_different_producers_apart() {
        // Given
        String key = key();
        Map<String, Object> request = signInLink("two@example.org");
        String first = send(key, request).statusCode(202).extract().path("id");

        // When
        String second = asService("auth-service")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(request)
                .post("/messages")
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        // Then
        assertThat(second).isNotEqualTo(first);
        relay.awaitMailsTo("two@example.org", 2);
    }

    @Test
    void demands_an_idempotency_key() {
        asService("ectlog-service")
                .contentType("application/json")
                .body(signInLink("nokey@example.org"))
                .post("/messages")
                .then()
                .statusCode(400)
                .body("code", is("idempotency-key-required"));
    }

    // ---- What is refused ----

    @Test
    void refuses_a_kind_it_does_not_know() {
        // Given
        Map<String, Object> request = signInLink("x@example.org");
        request.put("kind", "birthday");

        // When
        ValidatableResponse answer = send(key(), request);

        // Then
        answer.statusCode(400).body("code", is("validation-failed")).body("errors.field", contains("kind"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "link; ; data.link",
                "code; abc; data.code",
                "code; K7QM4XWDX; data.code",
                "requestedAt; yesterday; data.requestedAt",
                "expiresAt; ; data.expiresAt",
                "extra; surplus; data.extra",
                "link; https://evil.example/auth/sign-in/link?t=x; data.link",
                "link; javascript:alert(1); data.link",
                "link; http://localhost:8080@evil.example/; data.link"
            })
    void names_the_field_of_the_data_that_does_not_fit(String field, String value, String named) {
        // Given
        Map<String, Object> request = signInLink("x@example.org");
        if (value == null) {
            part(request, "data").remove(field);
        } else {
            part(request, "data").put(field, value);
        }

        // When
        ValidatableResponse answer = send(key(), request);

        // Then
        answer.statusCode(400).body("code", is("validation-failed")).body("errors.field", contains(named));
    }

    @Test
    void names_the_element_of_a_list_that_does_not_fit() {
        // Given
        Map<String, Object> request = netLog(Map.of("address", "x@example.org"));
        part(request, "data").put("rows", List.of(Map.of("number", 1, "at", "2026-03-12T18:31:00Z", "status", "X")));

        // When
        ValidatableResponse answer = send(key(), request);

        // Then
        answer.statusCode(400).body("errors.field", contains("data.rows[0].callsign"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "name; 'Evil\r\nBcc: victim@example.com'; recipient.name",
                "address; 'x@example.org\r\nBcc: victim@example.com'; recipient.address",
                "address; 'x@example.org, victim@example.com'; recipient.address",
                "address; nobody; recipient.address",
                "zone; Mars/Olympus; recipient.zone",
                "locale; 'en; DROP'; recipient.locale",
                "extra; surplus; recipient.extra"
            })
    void names_what_is_wrong_with_the_recipient(String field, String value, String named) {
        // Given
        Map<String, Object> request = signInLink("x@example.org");
        part(request, "recipient").put(field, value);

        // When
        ValidatableResponse answer = send(key(), request);

        // Then
        answer.statusCode(400).body("errors.field", hasItem(containsString(named.substring(named.indexOf('.') + 1))));
    }

    @Test
    void refuses_a_recipient_that_is_both_person_and_address_or_neither() {
        // Given
        Map<String, Object> both = signInLink("x@example.org");
        part(both, "recipient").put("userId", UUID.randomUUID().toString());
        Map<String, Object> neither = signInLink("x@example.org");
        part(neither, "recipient").remove("address");

        // Then
        send(key(), both).statusCode(400).body("errors.field", contains("recipient"));
        send(key(), neither).statusCode(400).body("errors.field", contains("recipient"));
    }

    @Test
    void refuses_a_net_name_that_would_add_a_header() {
        // Given
        Map<String, Object> request = netLog(Map.of("address", "x@example.org"));
        part(request, "data").put("netName", "Net\r\nBcc: victim@example.com");

        // When
        ValidatableResponse answer = send(key(), request);

        // Then
        answer.statusCode(400).body("errors.field", contains("data.netName"));
    }

    @Test
    void refuses_a_letter_whose_time_is_over() {
        // Given
        Map<String, Object> request = signInLink("x@example.org");
        part(request, "data").put("expiresAt", "2020-01-01T00:00:00Z");

        // When
        ValidatableResponse answer = send(key(), request);

        // Then
        answer.statusCode(400).body("errors.field", contains("expiresAt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/octet-stream", "image/svg+xml", "text/csv\r\nX-Evil: 1"})
    void refuses_files_of_other_types(String contentType) {
        // Given
        Map<String, Object> request = netLog(Map.of("address", "x@example.org"));
        request.put("attachments", List.of(file("log.csv", contentType, new byte[] {1})));

        // When
        ValidatableResponse answer = send(key(), request);

        // Then
        answer.statusCode(400).body("errors.field", hasItem(containsString("contentType")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../etc/passwd", "a\"b.csv", "a\r\nb.csv", "", ".hidden", "lög.csv"})
    void refuses_file_names_that_are_more_than_names(String name) {
        // Given
        Map<String, Object> request = netLog(Map.of("address", "x@example.org"));
        request.put("attachments", List.of(file(name, "text/csv", new byte[] {1})));

        // When
        ValidatableResponse answer = send(key(), request);

        // Then
        answer.statusCode(400).body("errors.field", hasItem(containsString("name")));
    }

    @Test
    void takes_files_of_ten_mebibytes_together_and_not_a_byte_more() {
        // Given
        int half = 5 * 1024 * 1024;
        Map<String, Object> largest = netLog(Map.of("address", "large@example.org"));
        largest.put(
                "attachments",
                List.of(file("a.csv", "text/csv", new byte[half]), file("b.csv", "text/csv", new byte[half])));
        Map<String, Object> larger = netLog(Map.of("address", "larger@example.org"));
        larger.put(
                "attachments",
                List.of(file("a.csv", "text/csv", new byte[half]), file("b.csv", "text/csv", new byte[half + 1])));

        // Then
        send(key(), largest).statusCode(202);
        send(key(), larger)
                .statusCode(413)
                .body("code", is("attachments-too-large"))
                .body("limit", is(2 * half));
        assertThat(relay.awaitMailTo("large@example.org").attachments())
                .allSatisfy(file -> assertThat(file.content()).hasSize(half));
    }

    @Test
    void reads_no_more_than_fifteen_mebibytes() throws IOException {
        // Given: a client that says how much is to come, and waits for the answer
        String head = """
                POST /notification/messages HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Idempotency-Key: large\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(
                        TestTokens.service("ectlog-service")
                                .scopes("notifications:send")
                                .sign(),
                        15 * 1024 * 1024 + 1);

        // When
        String answer;
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }

        // Then
        assertThat(answer).startsWith("HTTP/1.1 413");
    }

    // ---- Who may do what ----

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

    // ---- Watching ----

    @Test
    void lists_the_newest_first_page_by_page() {
        // Given
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.addFirst(accepted(signInLink("page" + i + "@example.org")));
        }
        awaitStatus(sent.getFirst(), MessageStatus.SENT);

        // When
        List<String> listed = new ArrayList<>();
        String next = null;
        do {
            var page = (next == null ? asAdmin() : asAdmin().queryParam("cursor", next))
                    .queryParam("kind", "sign-in-link")
                    .queryParam("limit", 2)
                    .get("/messages")
                    .then()
                    .statusCode(200)
                    .extract();
            List<String> ids = page.path("items.id");
            assertThat(ids).hasSizeLessThanOrEqualTo(2);
            listed.addAll(ids);
            next = page.path("next");
        } while (next != null && listed.size() < 5);

        // Then
        assertThat(listed.subList(0, 5)).isEqualTo(sent);
    }

    @Test
    void lists_by_status_and_kind() {
        // Given
        relay.refuse("dead@example.org");
        String dead = accepted(netLog(Map.of("address", "dead@example.org")));
        awaitStatus(dead, MessageStatus.DEAD);

        // When
        ValidatableResponse listed = asAdmin()
                .queryParam("status", "DEAD,EXPIRED")
                .queryParam("kind", "net-log")
                .queryParam("limit", 200)
                .get("/messages")
                .then();

        // Then
        listed.statusCode(200)
                .body("items.id", hasItem(dead))
                .body("items.status", everyItem(is("DEAD")))
                .body("items.kind", everyItem(is("net-log")));
    }

    @ParameterizedTest
    @CsvSource({"status,LOST", "status,'DEAD,'", "kind,birthday", "limit,0", "limit,201", "cursor,nonsense"})
    void refuses_a_filter_that_is_none(String parameter, String value) {
        asAdmin().queryParam(parameter, value).get("/messages").then().statusCode(400);
    }

    @Test
    void shows_neither_link_nor_code_to_anybody() {
        // Given
        String id = accepted(signInLink("discreet@example.org"));
        awaitStatus(id, MessageStatus.SENT);

        // When
        String detail = message(id).extract().asString();
        String list = asAdmin().get("/messages").then().extract().asString();

        // Then
        assertThat(detail).contains("discreet@example.org").contains("Sign in to ECT Suite");
        for (String answer : List.of(detail, list)) {
            assertThat(answer)
                    .doesNotContain("sign-in/link")
                    .doesNotContain(CODE)
                    .doesNotContain("K7QM-4XWD");
        }
    }

    @Test
    void knows_no_message_that_there_is_not() {
        asAdmin().get("/messages/" + UUID.randomUUID()).then().statusCode(404).body("code", is("not-found"));
        asAdmin().post("/messages/" + UUID.randomUUID() + "/cancel").then().statusCode(404);
    }

    // ---- What the relay does ----

    @Test
    void buries_what_the_relay_refuses_for_good_until_an_administrator_retries_it() {
        // Given
        relay.refuse("refused@example.org");
        String id = accepted(signInLink("refused@example.org"));
        awaitStatus(id, MessageStatus.DEAD);
        message(id)
                .body("lastError", containsString("550 5.1.1 No such mailbox"))
                .body("attempts", is(1));
        relay.forget();

        // When
        asAdmin().post("/messages/" + id + "/retry").then().statusCode(200).body("status", is("QUEUED"));

        // Then
        relay.awaitMailTo("refused@example.org");
        awaitStatus(id, MessageStatus.SENT);
        message(id)
                .body("history.to", contains("QUEUED", "SENDING", "DEAD", "QUEUED", "SENDING", "SENT"))
                .body("lastError", nullValue());
        assertThat(audited(id)).contains("message.retried");
    }

    @Test
    void tries_again_soon_what_the_relay_turns_away_for_now_under_the_same_message_id() {
        // Given
        relay.defer("greylisted@example.org", 1);

        // When
        String id = accepted(signInLink("greylisted@example.org"));

        // Then
        awaitStatus(id, MessageStatus.DEFERRED);
        message(id).body("lastError", containsString("451 4.3.0")).body("nextAttemptAt", notNullValue());
        ReceivedMail mail = relay.awaitMailTo("greylisted@example.org");
        assertThat(mail.header("Message-ID")).containsExactly("<" + id + "@test.example>");
        awaitStatus(id, MessageStatus.SENT);
        message(id).body("attempts", is(2)).body("nextAttemptAt", nullValue());
    }

    // ---- Intervening ----

    @Test
    void cancels_a_message_that_waits_and_drops_its_content() {
        // Given
        Map<String, Object> request = netLog(Map.of("address", "cancelled@example.org"));
        request.put("notBefore", Instant.now().plus(Duration.ofHours(1)).toString());
        String id = accepted(request);
        assertThat(contents(id)).isEqualTo(1);

        // When
        asAdmin().post("/messages/" + id + "/cancel").then().statusCode(200).body("status", is("CANCELLED"));

        // Then
        assertThat(contents(id)).isZero();
        assertThat(files(id)).isZero();
        asAdmin()
                .post("/messages/" + id + "/cancel")
                .then()
                .statusCode(409)
                .body("code", is("illegal-transition"))
                .body("status", is(409));
        asAdmin().post("/messages/" + id + "/retry").then().statusCode(409);
        assertThat(audited(id)).containsExactly("message.accepted", "message.cancelled");
    }

    @Test
    void neither_cancels_nor_retries_what_was_sent() {
        // Given
        String id = accepted(signInLink("gone@example.org"));
        awaitStatus(id, MessageStatus.SENT);

        // Then
        asAdmin().post("/messages/" + id + "/cancel").then().statusCode(409).body("messageStatus", is("SENT"));
        asAdmin().post("/messages/" + id + "/retry").then().statusCode(409).body("messageStatus", is("SENT"));
    }

    @Test
    void does_not_retry_what_is_of_no_use_any_more() {
        // Given: refused, and meanwhile its time is over
        relay.refuse("toolate@example.org");
        String id = accepted(signInLink("toolate@example.org"));
        awaitStatus(id, MessageStatus.DEAD);
        TestDatabase.current().update("update message set expires_at = now() where id = ?::uuid", id);

        // When
        ValidatableResponse answer =
                asAdmin().post("/messages/" + id + "/retry").then();

        // Then: it was still dead, or expired by then
        answer.statusCode(409);
    }

    // ---- At rest ----

    @Test
    void keeps_content_sealed_as_long_as_it_waits_and_not_at_all_afterwards() {
        // Given
        Map<String, Object> request = netLog(Map.of("address", "sealed@example.org"));
        request.put("notBefore", Instant.now().plus(Duration.ofHours(1)).toString());
        String id = accepted(request);

        // Then: the log line of the message has no content, and the content cannot be read
        List<String> stored = TestDatabase.current().query("""
                        select encode(sealed, 'escape') from message_content where message_id = ?::uuid
                        union all
                        select encode(sealed, 'escape') from message_attachment where message_id = ?::uuid
                        union all
                        select m::text from message m where id = ?::uuid
                        """, id, id, id);
        assertThat(stored).hasSize(4).noneMatch(text -> text.contains("DK3XY") || text.contains("Weekly exercise"));

        // When
        TestDatabase.current().update("update message set due_at = now() where id = ?::uuid", id);

        // Then
        assertThat(relay.awaitMailTo("sealed@example.org").text()).contains("DK3XY");
        awaitStatus(id, MessageStatus.SENT);
        assertThat(contents(id)).isZero();
        assertThat(files(id)).isZero();
    }

    @Test
    void records_that_it_accepted_a_message_and_for_whom() {
        // When
        String id = accepted(signInLink("audited@example.org"));

        // Then
        assertThat(TestDatabase.current()
                        .query("select actor_client || ' ' || action from audit_event where object_id = ?", id))
                .containsExactly("ectlog-service message.accepted");
    }

    private static int contents(String id) {
        return count("select count(*) from message_content where message_id = ?::uuid", id);
    }

    private static int files(String id) {
        return count("select count(*) from message_attachment where message_id = ?::uuid and sealed is not null", id);
    }

    private static int count(String sql, String id) {
        return Integer.parseInt(TestDatabase.current().query(sql, id).getFirst());
    }

    private static List<String> audited(String id) {
        return TestDatabase.current().query("select action from audit_event where object_id = ? order by at", id);
    }
}
