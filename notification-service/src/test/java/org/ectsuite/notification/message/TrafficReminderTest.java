package org.ectsuite.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.key;
import static org.ectsuite.notification.SendRequests.message;
import static org.ectsuite.notification.SendRequests.part;
import static org.ectsuite.notification.SendRequests.send;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.ReceivedMail;
import org.ectsuite.testsupport.SmtpServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever holds formal traffic is reminded of it. */
@QuarkusTest
class TrafficReminderTest {

    private static final String NET = "http://localhost:8080/nets/0195a1b2-0000-7000-8000-000000000001";

    private final SmtpServer relay = SmtpServer.current();
    private final String who = "person-" + UUID.randomUUID();
    private final AuthServer.Person person = AuthServer.person(who, "Ann", who + "@example.org");

    @BeforeEach
    void forget() {
        relay.forget();
    }

    @Test
    void reminds_the_holder_without_delay_and_of_all_but_the_text() {
        // When
        String id = accepted(reminder());

        // Then
        ReceivedMail mail = relay.awaitMailTo(who + "@example.org");
        assertThat(mail.subject()).isEqualTo("Traffic still with you: NR 207, Priority");
        assertThat(mail.text()).contains("District administration").contains("Oberrhein Emergency Net");
        assertThat(mail.header("List-Unsubscribe")).hasSize(1);
        awaitStatus(id, MessageStatus.SENT);
        message(id).body("lane", is("URGENT"));
    }

    @ParameterizedTest
    @CsvSource({
        "precedence, FLASH, data.precedence",
        "number, '', data.number",
        "addressee, 'a\nBcc: b@example.org', data.addressee",
        "heldSince, yesterday, data.heldSince",
        "url, https://phish.example/traffic/207, data.url",
        "text, 'The text is for the addressee', data.text"
    })
    void refuses_what_does_not_fit(String member, String value, String field) {
        // Given
        Map<String, Object> request = reminder();
        part(request, "data").put(member, value);

        // Then
        send(key(), request).statusCode(400).body("errors.field", contains(field));
    }

    @Test
    void refuses_a_net_whose_page_is_not_ours() {
        // Given
        Map<String, Object> request = reminder();
        part(part(request, "data"), "net").put("url", "https://phish.example/nets/1");

        // Then
        send(key(), request).statusCode(400).body("errors.field", contains("data.net.url"));
    }

    private Map<String, Object> reminder() {
        Map<String, Object> net = new HashMap<>(Map.of("name", "Oberrhein Emergency Net", "url", NET));
        Map<String, Object> data = new HashMap<>(Map.of(
                "number", "207",
                "precedence", "PRIORITY",
                "addressee", "District administration",
                "heldSince", "2026-03-12T14:30:00Z",
                "net", net,
                "url", NET + "#traffic-207"));
        return new HashMap<>(Map.of(
                "kind",
                "traffic-reminder",
                "recipient",
                Map.of("userId", person.id().toString()),
                "data",
                data));
    }
}
