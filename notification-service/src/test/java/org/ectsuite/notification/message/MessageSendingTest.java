package org.ectsuite.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.LINK;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.asService;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.key;
import static org.ectsuite.notification.SendRequests.message;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.ectsuite.notification.SendRequests.send;
import static org.ectsuite.notification.SendRequests.signInLink;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request becomes a mail, once. */
@QuarkusTest
class MessageSendingTest {

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
}
