package org.ectsuite.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.file;
import static org.ectsuite.notification.SendRequests.key;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.ectsuite.notification.SendRequests.part;
import static org.ectsuite.notification.SendRequests.send;
import static org.ectsuite.notification.SendRequests.signInLink;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request to send, by the field. */
@QuarkusTest
class MessageRefusalTest {

    private final SmtpServer relay = SmtpServer.current();

    @BeforeEach
    void forget() {
        relay.forget();
    }

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
}
