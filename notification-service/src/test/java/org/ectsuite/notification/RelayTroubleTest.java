package org.ectsuite.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.message;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.ectsuite.notification.SendRequests.signInLink;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.ectsuite.notification.message.MessageStatus;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of mails when the relay, or the way to it, fails for all of them. */
@QuarkusTest
class RelayTroubleTest {

    private final SmtpServer relay = SmtpServer.current();

    @BeforeEach
    void forget() {
        relay.forget();
    }

    @AfterEach
    void mend() {
        RelayLine.mend();
        AuthServer.reconnect();
        endPauses();
    }

    @Test
    void sends_what_waited_as_soon_as_the_line_is_back() {
        // Given
        RelayLine.cut();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(accepted(netLog(Map.of("address", "blip" + i + "@example.org"))));
        }
        awaitPause("BULK", "unreachable");

        // When
        RelayLine.mend();

        // Then: within the pause that was left, and with nothing buried or doubled
        ids.forEach(id -> awaitStatus(id, MessageStatus.SENT));
        assertThat(relay.mails()).hasSize(20);
        assertThat(pauses()).isEmpty();
    }

    @Test
    void is_ready_for_requests_while_the_relay_is_away() {
        // Given
        RelayLine.cut();
        String id = accepted(netLog(Map.of("address", "away@example.org")));
        awaitPause("BULK", "unreachable");

        // When
        int ready = ready();

        // Then: it takes mails, and says on which lane they stand still
        assertThat(ready).isEqualTo(200);
        accepted(netLog(Map.of("address", "away-too@example.org")));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(metrics())
                        .contains("ect_mail_lane_paused{lane=\"bulk\"} 1.0")
                        .contains("ect_mail_lane_paused{lane=\"urgent\"} 0.0")
                        .doesNotContain("ect_mail_lane_failures{lane=\"bulk\"} 0.0")
                        .doesNotContain("ect_mail_queue_depth{lane=\"bulk\"} 0.0")
                        .doesNotContain("ect_mail_queue_oldest_seconds{lane=\"bulk\"} 0.0"));
        message(id).body("status", is(oneOf("QUEUED", "DEFERRED")));
    }

    @Test
    void lets_a_sign_in_mail_pass_while_mailings_stand_still() {
        // Given: the lane of mailings is paused for long
        TestDatabase.current()
                .update("update lane set failures = 3, paused_until = now() + interval '1 hour' where name = 'BULK'");
        String mailing = accepted(netLog(Map.of("address", "many@example.org")));

        // When
        String signIn = accepted(signInLink("one@example.org"));

        // Then
        awaitStatus(signIn, MessageStatus.SENT);
        message(mailing).body("status", is("QUEUED"));
    }

    @Test
    void pauses_the_lane_and_buries_nothing_when_the_relay_is_not_to_be_trusted() {
        try (SmtpServer stranger = SmtpServer.start()) {
            // Given: another server in the relay's place, with a certificate of its own
            RelayLine.divertTo(stranger.port());
            String first = accepted(signInLink("first@example.org"));
            awaitPause("URGENT", "untrusted");
            int calls = RelayLine.calls();

            // When: more mails come
            List<String> more =
                    List.of(accepted(signInLink("second@example.org")), accepted(signInLink("third@example.org")));

            // Then: nobody knocks again, and nothing is buried
            message(first)
                    .body("status", is("DEFERRED"))
                    .body("lastError", containsString("No trusted TLS connection"));
            more.forEach(id ->
                    message(id).body("status", is(oneOf("QUEUED", "DEFERRED"))).body("attempts", is(0)));
            assertThat(RelayLine.calls()).isEqualTo(calls);
            assertThat(stranger.attempts()).isZero();
            assertThat(ready()).isEqualTo(200);
            assertThat(metrics()).contains("ect_mail_lane_paused{lane=\"urgent\"} 1.0");

            // When: it is mended, and the pause is over
            RelayLine.mend();
            endPauses();

            // Then: all get through, the one that failed as well
            more.forEach(id -> awaitStatus(id, MessageStatus.SENT));
            TestDatabase.current().update("update message set due_at = now() where id = ?::uuid", first);
            awaitStatus(first, MessageStatus.SENT);
        }
    }

    @Test
    void waits_for_auth_service_to_tell_an_address() {
        // Given
        AuthServer.Person hiram = AuthServer.person("hiram", "Hiram", "hiram-later@example.org");
        AuthServer.disconnect();
        String id = accepted(netLog(Map.of("userId", hiram.id().toString())));
        awaitStatus(id, MessageStatus.DEFERRED);
        message(id).body("lastError", containsString("The recipient could not be looked up"));

        // When
        AuthServer.reconnect();
        TestDatabase.current().update("update message set due_at = now() where id = ?::uuid", id);

        // Then
        awaitStatus(id, MessageStatus.SENT);
        assertThat(relay.mailsTo("hiram-later@example.org")).hasSize(1);
    }

    @Test
    void expires_what_is_of_no_use_any_more_without_sending_it() {
        // Given: a mail that waits, and whose time runs out
        String id = SendRequests.acceptedForLater("expired@example.org");

        // When
        TestDatabase.current().update("update message set due_at = now(), expires_at = now() where id = ?::uuid", id);

        // Then
        awaitStatus(id, MessageStatus.EXPIRED);
        assertThat(relay.mailsTo("expired@example.org")).isEmpty();
        assertThat(TestDatabase.current().query("select count(*) from message_content where message_id = ?::uuid", id))
                .containsExactly("0");
    }

    @Test
    void gives_up_what_could_not_be_delivered_in_time_and_says_so() {
        // Given
        String id = SendRequests.acceptedForLater("givenup@example.org");

        // When
        TestDatabase.current().update("update message set due_at = now(), give_up_at = now() where id = ?::uuid", id);

        // Then
        awaitStatus(id, MessageStatus.DEAD);
        message(id).body("lastError", is("Given up: not delivered in time"));
        assertThat(relay.mailsTo("givenup@example.org")).isEmpty();
    }

    @Test
    void counts_what_was_sent_and_what_failed_by_kind() {
        // Given
        relay.refuse("no@example.org");

        // When
        awaitStatus(accepted(signInLink("yes@example.org")), MessageStatus.SENT);
        awaitStatus(accepted(signInLink("no@example.org")), MessageStatus.DEAD);

        // Then
        assertThat(metrics())
                .contains("ect_mail_attempts_total{kind=\"sign-in-link\",lane=\"urgent\",outcome=\"sent\"}")
                .contains("ect_mail_attempts_total{kind=\"sign-in-link\",lane=\"urgent\",outcome=\"failed\"}")
                .contains("ect_mail_queue_depth{lane=\"bulk\"}")
                .contains("ect_mail_queue_oldest_seconds{lane=\"urgent\"}")
                .contains("ect_mail_lane_failures{lane=\"urgent\"} 0.0")
                .contains("ect_mail_delivery_seconds_count{kind=\"sign-in-link\",lane=\"urgent\"}")
                .contains("ect_mail_delivery_seconds_bucket{kind=\"sign-in-link\",lane=\"urgent\",le=\"5.0\"}")
                .contains("ect_mail_delivery_seconds_bucket{kind=\"sign-in-link\",lane=\"urgent\",le=\"+Inf\"}");
    }

    private static void awaitPause(String lane, String fault) {
        Awaitility.await("pause of " + lane)
                .atMost(Duration.ofSeconds(15))
                .until(() -> pauses().contains(lane + " " + fault));
    }

    private static List<String> pauses() {
        return TestDatabase.current().query("select name || ' ' || fault from lane where failures > 0");
    }

    /** Time passes. */
    private static void endPauses() {
        TestDatabase.current().update("update lane set paused_until = now() where failures > 0");
    }

    private static int ready() {
        return given().baseUri(management()).basePath("").get("/q/health/ready").statusCode();
    }

    private static String metrics() {
        return given().baseUri(management()).basePath("").get("/q/metrics").asString();
    }

    private static String management() {
        return "http://localhost:" + ConfigProvider.getConfig().getValue("quarkus.management.port", String.class);
    }
}
