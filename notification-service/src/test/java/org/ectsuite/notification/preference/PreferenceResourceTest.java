package org.ectsuite.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.asService;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.message;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.notification.message.MessageStatus;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestDatabase;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PreferenceResourceTest {

    private static final String NET = "/nets/0195a1b2-0000-7000-8000-000000000001";

    private final SmtpServer relay = SmtpServer.current();
    private final String who = "person-" + UUID.randomUUID();
    private final String address = who + "@example.org";
    private AuthServer.Person person = AuthServer.person(who, "Ann", address);

    @BeforeEach
    void forget() {
        relay.forget();
    }

    @Test
    void lets_everybody_get_everything_at_first() {
        me().get("/me/preferences")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("enabled", is(true))
                .body("quietFrom", nullValue())
                .body("kinds.find { it.kind == 'sign-in-link' }.switchable", is(false))
                .body("kinds.find { it.kind == 'net-log' }.switchable", is(true))
                .body("kinds.find { it.kind == 'net-log' }.wanted", is(true))
                .body("lists", empty());
    }

    @Test
    void keeps_back_a_kind_that_is_not_wanted_and_shows_it_in_the_history() {
        // Given
        change(0, change(true, Map.of("net-log", false))).statusCode(200).body("version", is(1));

        // When
        String id = accepted(netLog(Map.of("userId", person.id().toString())));

        // Then
        awaitStatus(id, MessageStatus.SUPPRESSED);
        assertThat(relay.mailsTo(address)).isEmpty();
        me().get("/me/messages")
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items[0].status", is("SUPPRESSED"))
                .body("items[0].reason", is("The recipient does not want mails of this kind"));
        assertThat(TestDatabase.current().query("select count(*) from message_content where message_id = ?::uuid", id))
                .containsExactly("0");
    }

    @Test
    void keeps_back_everything_optional_by_the_master_switch() {
        // Given
        change(0, change(false, Map.of())).statusCode(200);

        // When
        String id = accepted(netLog(Map.of("userId", person.id().toString())));

        // Then
        awaitStatus(id, MessageStatus.SUPPRESSED);
    }

    @Test
    void sends_again_what_is_wanted_again() {
        // Given
        change(0, change(true, Map.of("net-log", false))).statusCode(200);
        change(1, change(true, Map.of("net-log", true))).statusCode(200).body("version", is(2));

        // When
        String id = accepted(netLog(Map.of("userId", person.id().toString())));

        // Then
        awaitStatus(id, MessageStatus.SENT);
        me().get("/me/preferences").then().body("lists.listId", contains(NET));
    }

    @Test
    void stops_a_single_list() {
        // Given: a net wrote once
        awaitStatus(accepted(netLog(Map.of("userId", person.id().toString()))), MessageStatus.SENT);
        Map<String, Object> change = change(true, Map.of());
        change.put("lists", List.of(Map.of("kind", "net-log", "listId", NET, "wanted", false)));

        // When
        change(0, change)
                .statusCode(200)
                .body("lists[0].name", is("Oberrhein Emergency Net"))
                .body("lists[0].wanted", is(false));

        // Then
        awaitStatus(accepted(netLog(Map.of("userId", person.id().toString()))), MessageStatus.SUPPRESSED);
        assertThat(relay.mailsTo(address)).hasSize(1);
    }

    @Test
    void holds_mail_back_in_quiet_hours_of_the_persons_zone() {
        // Given: quiet hours around now, on a clock that shows another hour
        person = AuthServer.person(person.zone("Asia/Kathmandu"));
        LocalTime there = LocalTime.now(ZoneOffset.ofHoursMinutes(5, 45));
        Map<String, Object> change = change(true, Map.of());
        change.put("quietFrom", there.minusHours(1).toString().substring(0, 5));
        change.put("quietUntil", there.plusHours(2).toString().substring(0, 5));
        change(0, change).statusCode(200);

        // When
        String id = accepted(netLog(Map.of("userId", person.id().toString())));

        // Then
        awaitStatus(id, MessageStatus.DEFERRED);
        message(id).body("lastError", is("Waits for the end of the recipient's quiet hours"));
        assertThat(TestDatabase.current()
                        .query(
                                "select due_at > now() + interval '115 minutes' and due_at < now() + interval '121 minutes'"
                                        + " and failures = 0 from message where id = ?::uuid",
                                id))
                .containsExactly("t");

        // When: they end
        change.remove("quietFrom");
        change.remove("quietUntil");
        change(1, change).statusCode(200).body("quietFrom", nullValue());
        TestDatabase.current().update("update message set due_at = now() where id = ?::uuid", id);

        // Then
        awaitStatus(id, MessageStatus.SENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"enabled\": true}",
                "{\"enabled\": true, \"kinds\": {\"sign-in-link\": false}, \"lists\": []}",
                "{\"enabled\": true, \"kinds\": {\"birthday\": false}, \"lists\": []}",
                "{\"enabled\": true, \"kinds\": {}, \"lists\": [], \"quietFrom\": \"22:00\"}",
                "{\"enabled\": true, \"kinds\": {}, \"lists\": [], \"quietFrom\": \"22:00\", \"quietUntil\": \"22:00\"}",
                "{\"enabled\": true, \"kinds\": {}, \"lists\": [], \"quietFrom\": \"late\", \"quietUntil\": \"07:00\"}",
                "{\"enabled\": true, \"kinds\": {}, \"lists\": [{\"kind\": \"net-log\", \"listId\": \"/nets/x\", \"wanted\": false}]}"
            })
    void refuses_what_is_no_choice_and_changes_nothing(String body) {
        me().header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(body)
                .put("/me/preferences")
                .then()
                .statusCode(400);
        me().get("/me/preferences").then().body("version", is(0));
    }

    @Test
    void demands_the_version_that_is_changed() {
        change(0, change(true, Map.of())).statusCode(200);

        change(0, change(false, Map.of())).statusCode(412);
        me().contentType("application/json")
                .body(change(false, Map.of()))
                .put("/me/preferences")
                .then()
                .statusCode(428);
    }

    @Test
    void records_who_changed_what() {
        // When
        change(0, change(false, Map.of())).statusCode(200);

        // Then
        assertThat(TestDatabase.current()
                        .query(
                                "select (before ->> 'enabled') || ' ' || (after ->> 'enabled') from audit_event"
                                        + " where action = 'mail-preferences.changed' and object_id = ?",
                                person.id().toString()))
                .containsExactly("true false");
    }

    @Test
    void shows_nobody_the_mails_of_others() {
        // Given
        String id = accepted(netLog(Map.of("userId", person.id().toString())));
        awaitStatus(id, MessageStatus.SENT);

        // Then
        me().get("/me/messages").then().body("items.id", hasItem(id));
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.user("mallory").roles("USER").sign())
                .get("/me/messages")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void is_for_people_and_not_for_services() {
        asService("ectlog-service").get("/me/preferences").then().statusCode(403);
        asService("ectlog-service").get("/me/messages").then().statusCode(403);
    }

    private RequestSpecification me() {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.user(who).roles("USER").sign());
    }

    private ValidatableResponse change(long version, Map<String, Object> change) {
        return me().header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(change)
                .put("/me/preferences")
                .then();
    }

    private static Map<String, Object> change(boolean enabled, Map<String, Boolean> kinds) {
        return new HashMap<>(Map.of("enabled", enabled, "kinds", kinds, "lists", List.of()));
    }
}
