package org.ectsuite.notification.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.message;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.ectsuite.notification.message.MessageStatus;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.ReceivedMail;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestDatabase;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One mail a day in place of many. */
@QuarkusTest
class DailyDigestTest {

    private static final List<String> BOTH = List.of("net-log", "announcement");

    private final SmtpServer relay = SmtpServer.current();
    private final String who = "person-" + UUID.randomUUID();
    private final String address = who + "@example.org";
    private final AuthServer.Person person = AuthServer.person(who, "Ann", address);

    /** In an hour or more, and in less than a day: nothing goes by itself while these tests run. */
    private final String at = LocalTime.now(ZoneOffset.UTC)
            .plusHours(2)
            .truncatedTo(ChronoUnit.MINUTES)
            .toString();

    @BeforeEach
    void forget() {
        relay.forget();
    }

    @Test
    void puts_what_gathered_into_one_mail() {
        // Given
        wantDigest(0, BOTH).statusCode(200);
        List<String> parts = List.of(
                waiting(netLog(recipient())),
                waiting(netLog(recipient())),
                waiting(announcement("Exercise moved", false)));
        assertThat(relay.mailsTo(address)).isEmpty();

        // When
        theTimeComes();

        // Then
        ReceivedMail mail = relay.awaitMailTo(address);
        assertThat(mail.subject()).isEqualTo("Daily digest: 3 messages");
        assertThat(mail.text()).contains("Oberrhein Emergency Net").contains("Exercise moved");
        assertThat(mail.attachments()).hasSize(4);
        for (String part : parts) {
            message(part).body("status", is("SUPPRESSED")).body("lastError", is("Went into the daily digest"));
            assertThat(TestDatabase.current()
                            .query("select count(*) from message_content where message_id = ?::uuid", part))
                    .containsExactly("0");
        }
        assertThat(relay.mailsTo(address)).hasSize(1);
    }

    @Test
    void waits_for_nothing_that_is_urgent_or_not_to_be_gathered() {
        // Given
        wantDigest(0, List.of("announcement")).statusCode(200);

        // When
        String emergency = accepted(announcement("Evacuate", true));
        String log = accepted(netLog(recipient()));

        // Then
        awaitStatus(emergency, MessageStatus.SENT);
        awaitStatus(log, MessageStatus.SENT);
    }

    @Test
    void lets_out_what_waits_when_it_is_switched_off() {
        // Given
        wantDigest(0, BOTH).statusCode(200);
        String log = waiting(netLog(recipient()));
        String announcement = waiting(announcement("Exercise moved", false));

        // When
        change(1, wishes(Map.of())).statusCode(200).body("digest", nullValue());

        // Then
        awaitStatus(log, MessageStatus.SENT);
        awaitStatus(announcement, MessageStatus.SENT);
        assertThat(relay.mailsTo(address)).hasSize(2);
    }

    @Test
    void keeps_back_what_is_not_wanted_any_more() {
        // Given
        wantDigest(0, BOTH).statusCode(200);
        String log = waiting(netLog(recipient()));
        String announcement = waiting(announcement("Exercise moved", false));

        // When
        Map<String, Object> noLogs = wishes(Map.of("net-log", false));
        noLogs.put("digest", digest(BOTH));
        change(1, noLogs).statusCode(200);

        // Then
        awaitStatus(log, MessageStatus.SUPPRESSED);
        message(log).body("lastError", is("The recipient does not want mails of this kind"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> isWaiting(announcement));
    }

    @Test
    void sends_no_more_after_the_way_out_of_a_digest_was_taken() {
        // Given
        wantDigest(0, List.of("net-log")).statusCode(200);
        waiting(netLog(recipient()));
        theTimeComes();
        String wayOut = relay.awaitMailTo(address).header("List-Unsubscribe").getFirst();

        // When
        RestAssured.given()
                .basePath("")
                .post(wayOut.replaceAll(".*<http://[^/]*(/notification/[^>]*)>.*", "$1"))
                .then()
                .statusCode(200);

        // Then
        String later = accepted(netLog(recipient()));
        awaitStatus(later, MessageStatus.SUPPRESSED);
        message(later).body("lastError", is("The recipient does not want daily digests"));
    }

    @Test
    void makes_a_second_mail_of_what_does_not_fit_into_one() {
        // Given: two files each, and ten go into one mail
        wantDigest(0, List.of("net-log")).statusCode(200);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            parts.add(waiting(netLog(recipient())));
        }

        // When
        theTimeComes();

        // Then
        parts.forEach(part -> awaitStatus(part, MessageStatus.SUPPRESSED));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> relay.mailsTo(address).size() == 2);
        assertThat(relay.mailsTo(address))
                .extracting(ReceivedMail::subject)
                .containsExactlyInAnyOrder("Daily digest: 5 messages", "Daily digest: 1 message");
    }

    @Test
    void shows_what_one_has_chosen_and_what_one_can_choose() {
        // When
        wantDigest(0, BOTH).statusCode(200);

        // Then
        me().get("/me/preferences")
                .then()
                .body("digest.kinds", containsInAnyOrder("net-log", "announcement"))
                .body("digest.at", is(at + ":00"))
                .body("kinds.findAll { it.digestible }.kind", containsInAnyOrder("net-log", "announcement"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sign-in-link", "account-notice", "net-started", "ncs-reminder", "daily-digest", "birthday"})
    void refuses_kinds_that_cannot_wait(String kind) {
        wantDigest(0, List.of("net-log", kind)).statusCode(400).body("errors.field", contains("digest.kinds"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kinds\": [\"net-log\"]}",
                "{\"at\": \"late\", \"kinds\": [\"net-log\"]}",
                "{\"at\": \"07:00\", \"kinds\": []}",
                "{\"at\": \"07:00\"}",
                "{\"at\": \"07:00\", \"kinds\": [\"net-log\"], \"weekly\": true}"
            })
    void refuses_a_digest_that_is_none(String digest) {
        me().header("If-Match", "\"0\"")
                .contentType("application/json")
                .body("{\"enabled\": true, \"kinds\": {}, \"lists\": [], \"digest\": " + digest + "}")
                .put("/me/preferences")
                .then()
                .statusCode(400);
        me().get("/me/preferences").then().body("version", is(0));
    }

    private ValidatableResponse wantDigest(long version, List<String> kinds) {
        Map<String, Object> change = wishes(Map.of());
        change.put("digest", digest(kinds));
        return change(version, change);
    }

    private Map<String, Object> digest(List<String> kinds) {
        return Map.of("at", at, "kinds", kinds);
    }

    private static Map<String, Object> wishes(Map<String, Boolean> kinds) {
        return new HashMap<>(Map.of("enabled", true, "kinds", kinds, "lists", List.of()));
    }

    private ValidatableResponse change(long version, Map<String, Object> change) {
        return me().header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(change)
                .put("/me/preferences")
                .then();
    }

    private RequestSpecification me() {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.user(who).roles("USER").sign());
    }

    private Map<String, Object> recipient() {
        return new HashMap<>(Map.of("userId", person.id().toString()));
    }

    private Map<String, Object> announcement(String title, boolean emergency) {
        return new HashMap<>(Map.of(
                "kind",
                "announcement",
                "recipient",
                recipient(),
                "data",
                Map.of(
                        "title", title,
                        "text", "We meet at nine.",
                        "sender", "Ben",
                        "group", "everybody",
                        "url", "http://localhost:8080/",
                        "emergency", emergency)));
    }

    private static String waiting(Map<String, Object> request) {
        String id = accepted(request);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> isWaiting(id));
        return id;
    }

    private static boolean isWaiting(String id) {
        return "Waits for the recipient's daily digest"
                .equals(message(id).extract().<String>path("lastError"));
    }

    /** Turns the clock of what waits. */
    private void theTimeComes() {
        TestDatabase.current()
                .update(
                        "update message set digest_at = now() - interval '1 minute'"
                                + " where recipient_user_id = ? and digest_at is not null",
                        person.id());
    }
}
