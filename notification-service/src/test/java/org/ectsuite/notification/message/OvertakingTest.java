package org.ectsuite.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.key;
import static org.ectsuite.notification.SendRequests.message;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.ectsuite.notification.SendRequests.netNotice;
import static org.ectsuite.notification.SendRequests.part;
import static org.ectsuite.notification.SendRequests.send;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What waits is withdrawn when something later makes it untrue. */
@QuarkusTest
class OvertakingTest {

    private final Instant start = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);

    private final SmtpServer relay = SmtpServer.current();
    private final String who = "person-" + UUID.randomUUID();
    private final AuthServer.Person person = AuthServer.person(who, "Ann", who + "@example.org");

    @BeforeEach
    void forget() {
        relay.forget();
    }

    @ParameterizedTest
    @CsvSource({
        "ncs-reminder, net-cancelled",
        "staff-reminder, net-moved",
        "net-reminder, net-cancelled",
        "net-moved, net-cancelled",
        "net-reminder, net-reminder",
        "net-started, net-log"
    })
    void withdraws_what_is_out_of_date(String earlier, String later) {
        // Given
        String waiting = accepted(laterOn(notice(earlier)));

        // When
        accepted(laterOn(notice(later)));

        // Then
        message(waiting)
                .body("status", is("CANCELLED"))
                .body("history.note", hasItem("Overtaken by a later message about the same"));
        assertThat(TestDatabase.current()
                        .query("select count(*) from message_content where message_id = ?::uuid", waiting))
                .containsExactly("0");
    }

    @Test
    void sends_the_later_one_alone() {
        // Given
        String waiting = accepted(laterOn(notice("net-reminder")));

        // When
        String cancelled = accepted(notice("net-cancelled"));

        // Then
        awaitStatus(cancelled, MessageStatus.SENT);
        message(waiting).body("status", is("CANCELLED"));
        assertThat(relay.mailsTo(who + "@example.org"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject()).isEqualTo("Cancelled: Oberrhein Emergency Net"));
    }

    @Test
    void leaves_alone_what_is_about_another_net_or_for_somebody_else() {
        // Given
        Map<String, Object> otherNet = laterOn(notice("net-reminder"));
        part(part(otherNet, "data"), "net")
                .put("url", "http://localhost:8080/nets/0195a1b2-0000-7000-8000-000000000002");
        String aboutAnother = accepted(otherNet);
        String forAnother = accepted(laterOn(
                netNotice("net-reminder", Map.of("userId", UUID.randomUUID().toString()), start)));
        String started = accepted(laterOn(notice("net-started")));

        // When
        accepted(laterOn(notice("net-cancelled")));

        // Then
        for (String id : new String[] {aboutAnother, forAnother, started}) {
            message(id).body("status", is("QUEUED"));
        }
    }

    @Test
    void repeats_withdraw_nothing() {
        // Given
        String key = key();
        Map<String, Object> cancelled = laterOn(notice("net-cancelled"));
        send(key, cancelled).statusCode(202);
        String reminder = accepted(laterOn(notice("net-reminder")));

        // When
        send(key, cancelled).statusCode(202);

        // Then
        message(reminder).body("status", is("QUEUED"));
    }

    @Test
    void refuses_a_reminder_of_what_has_begun() {
        send(key(), netNotice("net-reminder", recipient(), Instant.now().minusSeconds(60)))
                .statusCode(400)
                .body("errors.field", contains("expiresAt"));
    }

    @Test
    void refuses_a_net_whose_page_is_not_ours() {
        // Given
        Map<String, Object> request = notice("net-started");
        part(part(request, "data"), "net").put("url", "https://phish.example/nets/1");

        // Then
        send(key(), request).statusCode(400).body("errors.field", contains("data.net.url"));
    }

    private Map<String, Object> notice(String kind) {
        if (kind.equals("net-log")) {
            return netLog(recipient());
        }
        Map<String, Object> request = netNotice(kind, recipient(), start);
        if (kind.equals("net-moved")) {
            part(request, "data").put("before", start.minus(Duration.ofDays(1)).toString());
        }
        return request;
    }

    private Map<String, Object> recipient() {
        return new HashMap<>(Map.of("userId", person.id().toString()));
    }

    private Map<String, Object> laterOn(Map<String, Object> request) {
        request.put("notBefore", start.minus(Duration.ofHours(1)).toString());
        return request;
    }
}
