package org.ectsuite.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.Map;
import org.ectsuite.notification.message.MessageStatus;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

/** What a webhook is told, and what becomes of it when that fails. */
@QuarkusTest
class WebhookTest extends PushTargetTests {

    @Test
    void tells_a_webhook_what_the_mail_says_and_signs_it() {
        // Given
        JsonPath added = add(asPerson(), webhook("net-log")).jsonPath();

        // When
        String mail = accepted(netLog(Map.of("userId", personId)));

        // Then
        HookServer.Request request = hooks.await(path, 1).getFirst();
        JsonPath body = JsonPath.from(request.body());
        assertThat(body.getString("type")).isEqualTo("net-log");
        assertThat(body.getString("data.subject")).contains("Oberrhein Emergency Net");
        assertThat(body.getString("data.text")).contains("HB9/DK3XY/P").doesNotContain("-- \n");
        assertThat(body.getString("data.url")).startsWith("http://localhost:8080/nets/");
        assertThat(body.getString("data.letter.rows[0].callsign")).isEqualTo("HB9/DK3XY/P");
        assertThat(body.getString("data.urgency")).isEqualTo("USUAL");
        assertThat(request.header("webhook-signature")).isEqualTo(signature(added.getString("secret"), request));
        String copy = copyTo(added.getString("target.id"));
        assertThat(request.header("webhook-id")).isEqualTo(copy);
        awaitStatus(copy, MessageStatus.SENT);
        awaitStatus(mail, MessageStatus.SENT);
        own().body("items[0].deliveredAt", notNullValue()).body("items[0].failures", is(0));
    }

    @Test
    void tells_the_secret_once_and_keeps_it_sealed() {
        // When
        JsonPath added = add(asPerson(), webhook("net-log")).jsonPath();

        // Then
        assertThat(added.getString("secret")).startsWith("whsec_");
        own().body(not(containsString(added.getString("secret"))));
        assertThat(TestDatabase.current()
                        .query(
                                "select encode(sealed, 'escape') from push_target where id = ?::uuid",
                                added.getString("target.id"))
                        .getFirst())
                .doesNotContain("whsec")
                .doesNotContain(path);
        assertThat(TestDatabase.current()
                        .query(
                                "select action || ' ' || coalesce(after::text, '') from audit_event where object_id = ?",
                                added.getString("target.id")))
                .singleElement()
                .asString()
                .startsWith("push-target.added")
                .contains("https://localhost")
                .doesNotContain(path)
                .doesNotContain("whsec");
    }

    @Test
    void signs_with_the_new_secret_when_there_is_one() {
        // Given
        JsonPath before = add(asPerson(), webhook("net-log")).jsonPath();
        String id = before.getString("target.id");

        // When
        String secret = asPerson()
                .post("/me/push-targets/" + id + "/secret")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");

        // Then
        accepted(netLog(Map.of("userId", personId)));
        HookServer.Request request = hooks.await(path, 1).getFirst();
        assertThat(secret).isNotEqualTo(before.getString("secret"));
        assertThat(request.header("webhook-signature")).isEqualTo(signature(secret, request));
    }

    @Test
    void tries_again_later_under_the_same_id_when_the_server_fails() {
        // Given
        hooks.answer(HookServer.says(503, "come\r\nback later"));
        String target = addedWebhook("net-log");
        accepted(netLog(Map.of("userId", personId)));
        hooks.await(path, 1);
        String copy = copyTo(target);
        awaitStatus(copy, MessageStatus.DEFERRED);
        own().body("items[0].failures", is(1))
                .body("items[0].lastError", is("The server answered 503: come back later"));

        // When
        hooks.answer(HookServer.status(200));
        dueNow(copy);

        // Then
        awaitStatus(copy, MessageStatus.SENT);
        assertThat(hooks.await(path, 2).stream()
                        .map(request -> request.header("webhook-id"))
                        .distinct())
                .containsExactly(copy);
        own().body("items[0].failures", is(0)).body("items[0].lastError", nullValue());
    }

    @Test
    void buries_what_a_server_does_not_take() {
        // Given
        hooks.answer(HookServer.says(422, "unknown type"));
        String target = addedWebhook("net-log");

        // When
        accepted(netLog(Map.of("userId", personId)));

        // Then
        hooks.await(path, 1);
        awaitStatus(copyTo(target), MessageStatus.DEAD);
        own().body("items[0].lastError", is("The server answered 422: unknown type"))
                .body("items[0].enabled", is(true));
    }

    @Test
    void switches_off_what_has_failed_often_and_for_long_and_says_why() {
        // Given
        hooks.answer(HookServer.status(500));
        String target = addedWebhook("net-log");
        TestDatabase.current()
                .update(
                        "update push_target set failures = 9, failing_since = now() - interval '25 hours'"
                                + " where id = ?::uuid",
                        target);

        // When
        accepted(netLog(Map.of("userId", personId)));

        // Then
        hooks.await(path, 1);
        awaitStatus(copyTo(target), MessageStatus.DEFERRED);
        own().body("items[0].enabled", is(false))
                .body("items[0].disabledReason", startsWith("Switched off after 10 failures in a row. The server"));
        dueNow(copyTo(target));
        awaitStatus(copyTo(target), MessageStatus.SUPPRESSED);
        assertThat(hooks.to(path)).hasSize(1);
    }

    @Test
    void switches_off_at_once_what_says_that_it_is_gone_until_somebody_switches_it_on() {
        // Given
        hooks.answer(HookServer.status(410));
        String target = addedWebhook("net-log");
        accepted(netLog(Map.of("userId", personId)));
        hooks.await(path, 1);
        awaitStatus(copyTo(target), MessageStatus.DEAD);
        own().body("items[0].enabled", is(false));

        // When
        Map<String, Object> change = new HashMap<>(webhook("net-log"));
        change.remove("type");
        change.put("enabled", true);
        change(target, 0, change).statusCode(200);

        // Then
        own().body("items[0].enabled", is(true))
                .body("items[0].disabledReason", nullValue())
                .body("items[0].failures", is(0));
    }

    @Test
    void does_not_follow_a_redirect() {
        // Given
        hooks.answer(exchange -> {
            if (exchange.getRequestURI().getPath().equals(path)) {
                exchange.getResponseHeaders().set("Location", hooks.url("localhost", path + "-elsewhere"));
                exchange.sendResponseHeaders(302, -1);
            } else {
                exchange.sendResponseHeaders(200, -1);
            }
        });
        String target = addedWebhook("net-log");

        // When
        accepted(netLog(Map.of("userId", personId)));

        // Then
        hooks.await(path, 1);
        awaitStatus(copyTo(target), MessageStatus.DEAD);
        own().body("items[0].lastError", is("The server answered 302: redirects are not followed"));
        assertThat(hooks.to(path + "-elsewhere")).isEmpty();
    }
}
