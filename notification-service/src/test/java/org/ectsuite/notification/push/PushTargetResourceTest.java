package org.ectsuite.notification.push;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.asAdmin;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets as people and administrators keep them. */
@QuarkusTest
class PushTargetResourceTest extends PushTargetTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/",
                "file:///etc/passwd",
                "gopher://hooks.example.org/",
                "https://127.0.0.2/",
                "https://[::2]/",
                "https://[::ffff:127.0.0.1]/",
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://100.64.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[fd00:ec2::254]/",
                "https://224.0.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://user@hooks.example.org/"
            })
    void takes_no_address_that_it_must_not_connect_to(String url) {
        // Given
        Map<String, Object> request = new HashMap<>(webhook("net-log"));
        request.put("url", url);

        // When
        ValidatableResponse answer = asPerson()
                .contentType("application/json")
                .body(request)
                .post("/me/push-targets")
                .then();

        // Then
        answer.statusCode(400).body("errors.field", contains("url"));
        own().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "WEBHOOK, topic, x, topic",
        "WEBHOOK, token, x, token",
        "WEBHOOK, kinds, none, kinds",
        "WEBHOOK, locale, de, locale",
        "WEBHOOK, name, '', name",
        "NTFY, topic, a/b, topic",
        "NTFY, url, https://ntfy.example.org/sub, url"
    })
    void takes_no_target_that_is_none(String type, String member, String value, String field) {
        // Given
        Map<String, Object> request =
                new HashMap<>(type.equals("NTFY") ? ntfy("t", null, "net-log") : webhook("net-log"));
        request.put(member, member.equals("kinds") ? List.of(value) : value);

        // When
        ValidatableResponse answer = asPerson()
                .contentType("application/json")
                .body(request)
                .post("/me/push-targets")
                .then();

        // Then
        answer.statusCode(400).body("errors.field", hasItem(field));
    }

    @Test
    void takes_no_topic_without_a_name() {
        Map<String, Object> request = new HashMap<>(ntfy("t", null, "net-log"));
        request.remove("topic");
        asPerson()
                .contentType("application/json")
                .body(request)
                .post("/me/push-targets")
                .then()
                .statusCode(400)
                .body("errors.field", contains("topic"));
    }

    @Test
    void takes_no_more_targets_than_allowed() {
        // Given
        for (int i = 0; i < 5; i++) {
            addedWebhook("net-log");
        }

        // When
        ValidatableResponse answer = asPerson()
                .contentType("application/json")
                .body(webhook("net-log"))
                .post("/me/push-targets")
                .then();

        // Then
        answer.statusCode(409).body("code", is("too-many-targets"));
        own().body("items", hasSize(5)).body("limit", is(5));
    }

    @Test
    void makes_no_secret_for_ntfy() {
        String target = add(asPerson(), ntfy("t", null, "net-log")).path("target.id");
        asPerson()
                .post("/me/push-targets/" + target + "/secret")
                .then()
                .statusCode(409)
                .body("code", is("no-signing-secret"));
    }

    @Test
    void changes_only_the_version_that_was_seen() {
        // Given
        String target = addedWebhook("net-log");
        Map<String, Object> change = new HashMap<>(webhook("announcement"));
        change.remove("type");
        change.put("enabled", false);
        change(target, 0, change)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("enabled", is(false))
                .body("kinds", contains("announcement"));

        // When
        ValidatableResponse stale = change(target, 0, change);

        // Then
        stale.statusCode(412);
        asPerson()
                .contentType("application/json")
                .body(change)
                .put("/me/push-targets/" + target)
                .then()
                .statusCode(428);
    }

    @Test
    void shows_and_gives_a_target_to_nobody_else() {
        // Given
        String target = addedWebhook("net-log");
        Map<String, Object> change = new HashMap<>(webhook("net-log"));
        change.remove("type");
        change.put("enabled", false);

        // Then
        for (String prefix : List.of("/me/push-targets/", "/push-targets/")) {
            asAdmin().get(prefix + target).then().statusCode(404);
            asAdmin().delete(prefix + target).then().statusCode(404);
            asAdmin().post(prefix + target + "/test").then().statusCode(404);
            asAdmin().post(prefix + target + "/secret").then().statusCode(404);
            asAdmin()
                    .contentType("application/json")
                    .header("If-Match", "\"0\"")
                    .body(change)
                    .put(prefix + target)
                    .then()
                    .statusCode(404);
        }
        own().body("items[0].enabled", is(true)).body("items[0].version", is(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "LOGGER", "NCS"})
    void lets_administrators_alone_keep_shared_targets(String role) {
        String token = TestTokens.user("mallory").roles(role).sign();
        String any = "/push-targets/" + UUID.randomUUID();

        given().auth().oauth2(token).get("/push-targets").then().statusCode(403);
        given().auth().oauth2(token).get(any).then().statusCode(403);
        given().auth().oauth2(token).delete(any).then().statusCode(403);
        given().auth().oauth2(token).post(any + "/test").then().statusCode(403);
        given().auth().oauth2(token).post(any + "/secret").then().statusCode(403);
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(webhook("net-log"))
                .post("/push-targets")
                .then()
                .statusCode(403);
    }

    @Test
    void keeps_addresses_out_of_the_metrics() {
        // Given
        String target = addedWebhook("net-log");

        // When
        trial(target).statusCode(200);

        // Then
        String metrics = given().baseUri("http://localhost:"
                        + ConfigProvider.getConfig().getValue("quarkus.management.port", String.class))
                .basePath("")
                .get("/q/metrics")
                .asString();
        assertThat(metrics).contains("ect_mail_queue_depth").doesNotContain(path);
    }
}
