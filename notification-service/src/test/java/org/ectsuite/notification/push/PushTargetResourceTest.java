package org.ectsuite.notification.push;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.asAdmin;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.ectsuite.notification.SendRequests.part;
import static org.ectsuite.notification.SendRequests.signInLink;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.ectsuite.notification.message.MessageStatus;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.TestDatabase;
import org.ectsuite.testsupport.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks and ntfy, of people and of the installation, against a real server with TLS. */
@QuarkusTest
class PushTargetResourceTest {

    private static final String COPIES = "select count(*) from message where target_id = ?::uuid";

    private final HookServer hooks = HookServerResource.current();
    private final String name = "hiram-" + UUID.randomUUID();
    private final String path = "/hook-" + UUID.randomUUID();
    private final String personId =
            AuthServer.person(name, "Hiram", name + "@example.org").id().toString();

    @BeforeEach
    void answerWell() {
        hooks.answer(HookServer.status(204));
    }

    @AfterEach
    void removeShared() {
        TestDatabase.current().update("delete from push_target where owner is null");
    }

    // ---- Webhooks ----

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

    // ---- ntfy ----

    @Test
    void tells_a_topic_of_ntfy_with_the_priority_of_the_lane() {
        // Given
        add(asPerson(), ntfy("team", "tk_s3cr3t", "net-log", "account-notice"));

        // When
        accepted(netLog(Map.of("userId", personId)));
        accepted(accountNotice());

        // Then
        List<HookServer.Request> requests = ofTopic("team", 2);
        assertThat(requests).allMatch(request -> request.header("Authorization").equals("Bearer tk_s3cr3t"));
        assertThat(requests.stream()
                        .map(request -> JsonPath.from(request.body()).getInt("priority")))
                .containsExactlyInAnyOrder(3, 4);
        assertThat(requests).allSatisfy(request -> {
            JsonPath body = JsonPath.from(request.body());
            assertThat(body.getString("title")).isNotBlank();
            assertThat(body.getString("message")).isNotBlank();
            assertThat(body.getString("click")).startsWith("http://localhost:8080/");
        });
    }

    @Test
    void wakes_nobody_at_night_except_for_an_emergency() {
        // Given: quiet hours that last all day
        add(asPerson(), ntfy("night", null, "announcement"));
        asPerson()
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(Map.of(
                        "enabled",
                        true,
                        "quietFrom",
                        "00:00",
                        "quietUntil",
                        "23:59",
                        "kinds",
                        Map.of(),
                        "lists",
                        List.of()))
                .put("/me/preferences")
                .then()
                .statusCode(200);

        // When
        accepted(announcement("Later", false));
        accepted(announcement("Now", true));

        // Then
        assertThat(JsonPath.from(ofTopic("night", 1).getFirst().body()).getString("title"))
                .isEqualTo("Now");
        assertThat(JsonPath.from(ofTopic("night", 1).getFirst().body()).getInt("priority"))
                .isEqualTo(5);
    }

    @Test
    void tells_a_token_to_no_other_server() {
        // Given
        JsonPath added = add(asPerson(), ntfy("moving", "tk_s3cr3t", "net-log")).jsonPath();

        // When
        Map<String, Object> change = new HashMap<>(ntfy("moving", null, "net-log"));
        change.remove("type");
        change.put("url", "https://ntfy.example.org");
        change.put("enabled", true);
        ValidatableResponse answer = change(added.getString("target.id"), 0, change);

        // Then
        answer.statusCode(200).body("hasToken", is(false));
    }

    // ---- Who gets what ----

    @Test
    void sends_a_sign_in_link_by_mail_alone() {
        // Given
        String target = addedWebhook("net-log");

        // When
        awaitStatus(accepted(signInLink(name + "@example.org")), MessageStatus.SENT);

        // Then
        assertThat(TestDatabase.current().query(COPIES, target)).containsExactly("0");
        for (RequestSpecification caller : List.of(asPerson(), asAdmin())) {
            caller.contentType("application/json")
                    .body(webhook("sign-in-link"))
                    .post("/me/push-targets")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("kinds"));
        }
    }

    @Test
    void tells_nobody_what_is_for_somebody_else() {
        // Given
        String target = addedWebhook("net-log", "announcement");

        // When
        String other = AuthServer.person("other-" + name, "Other", "other-" + name + "@example.org")
                .id()
                .toString();
        awaitStatus(accepted(netLog(Map.of("userId", other))), MessageStatus.SENT);
        awaitStatus(accepted(netLog(Map.of("address", name + "@example.org"))), MessageStatus.SENT);

        // Then
        assertThat(TestDatabase.current().query(COPIES, target)).containsExactly("0");
    }

    @Test
    void tells_a_shared_target_of_a_mailing_once_however_many_get_the_mail() {
        // Given
        String target = add(asAdmin(), "/push-targets", webhook("net-log")).path("target.id");
        Map<String, Object> first = netLog(Map.of("address", "one@example.org"));
        part(first, "data").put("netName", "Net of " + name);
        Map<String, Object> second = netLog(Map.of("address", "two@example.org"));
        part(second, "data").put("netName", "Net of " + name);

        // When
        accepted(first);
        accepted(second);

        // Then
        hooks.await(path, 1);
        assertThat(TestDatabase.current().query(COPIES, target)).containsExactly("1");
    }

    @Test
    void tells_a_shared_target_nothing_of_single_people() {
        asAdmin()
                .contentType("application/json")
                .body(webhook("account-notice"))
                .post("/push-targets")
                .then()
                .statusCode(400)
                .body("errors.field", contains("kinds"));
    }

    @Test
    void sends_nothing_to_a_target_that_was_removed_meanwhile() {
        // Given
        String target = addedWebhook("net-log");
        Map<String, Object> later = netLog(Map.of("userId", personId));
        later.put("notBefore", Instant.now().plusSeconds(3600).toString());
        accepted(later);

        // When
        asPerson().delete("/me/push-targets/" + target).then().statusCode(204);
        String copy = copyTo(target);
        dueNow(copy);

        // Then
        awaitStatus(copy, MessageStatus.SUPPRESSED);
        assertThat(hooks.to(path)).isEmpty();
    }

    // ---- Trying ----

    @Test
    void tries_a_target_at_once_and_says_what_happened() {
        // Given
        String target = addedWebhook("net-log");
        hooks.answer(HookServer.says(403, "<b>forbidden</b>"));

        // When
        ValidatableResponse answer = trial(target);

        // Then
        answer.statusCode(200)
                .body("delivered", is(false))
                .body("explanation", is("The server answered 403: <b>forbidden</b>"));
        assertThat(JsonPath.from(hooks.to(path).getFirst().body()).getString("type"))
                .isEqualTo("test");
        own().body("items[0].failures", is(0));
        TestDatabase.current()
                .update("update push_target set tried_at = now() + interval '1 hour' where id = ?::uuid", target);
        trial(target).statusCode(429).body("code", is("tried-just-now"));
    }

    @Test
    void says_that_nobody_knows_the_name_of_the_server() {
        // Given
        Map<String, Object> request = new HashMap<>(webhook("net-log"));
        request.put("url", "https://nobody.invalid/");
        String target = add(asPerson(), request).path("target.id");

        // When
        ValidatableResponse answer = trial(target);

        // Then
        answer.statusCode(200)
                .body("delivered", is(false))
                .body("explanation", is("The name of the server is not known"));
    }

    // ---- Refusals ----

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

    // ---- Tools ----

    private RequestSpecification asPerson() {
        return given().auth().oauth2(TestTokens.user(name).roles("USER").sign());
    }

    private ValidatableResponse own() {
        return asPerson().get("/me/push-targets").then().statusCode(200);
    }

    private String addedWebhook(String... kinds) {
        return add(asPerson(), webhook(kinds)).path("target.id");
    }

    private Map<String, Object> webhook(String... kinds) {
        return Map.of("type", "WEBHOOK", "name", "Bot", "url", hooks.url("localhost", path), "kinds", List.of(kinds));
    }

    private Map<String, Object> ntfy(String topic, @Nullable String token, String... kinds) {
        Map<String, Object> request = new HashMap<>(
                Map.of("type", "NTFY", "name", "Phone", "url", hooks.url("localhost", ""), "kinds", List.of(kinds)));
        request.put("topic", topic + "-" + name.substring(6));
        if (topic.length() == 1) {
            request.put("topic", topic);
        }
        if (token != null) {
            request.put("token", token);
        }
        return request;
    }

    private List<HookServer.Request> ofTopic(String topic, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(25))
                .until(() -> toTopic(topic).size() >= count);
        return toTopic(topic);
    }

    private List<HookServer.Request> toTopic(String topic) {
        return hooks.to("/").stream()
                .filter(request ->
                        JsonPath.from(request.body()).getString("topic").equals(topic + "-" + name.substring(6)))
                .toList();
    }

    private static ExtractableResponse<Response> add(RequestSpecification caller, Map<String, Object> request) {
        return add(caller, "/me/push-targets", request);
    }

    private static ExtractableResponse<Response> add(
            RequestSpecification caller, String to, Map<String, Object> request) {
        return caller.contentType("application/json")
                .body(request)
                .post(to)
                .then()
                .statusCode(201)
                .extract();
    }

    private ValidatableResponse change(String target, long version, Map<String, Object> change) {
        return asPerson()
                .contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body(change)
                .put("/me/push-targets/" + target)
                .then();
    }

    private ValidatableResponse trial(String target) {
        return asPerson().post("/me/push-targets/" + target + "/test").then();
    }

    private Map<String, Object> accountNotice() {
        return Map.of(
                "kind",
                "account-notice",
                "recipient",
                Map.of("userId", personId),
                "data",
                Map.of(
                        "event",
                        "API_KEY_CREATED",
                        "at",
                        "2026-03-12T18:17:00Z",
                        "link",
                        "http://localhost:8080/security"));
    }

    private Map<String, Object> announcement(String title, boolean emergency) {
        return Map.of(
                "kind",
                "announcement",
                "recipient",
                Map.of("userId", personId),
                "data",
                Map.of(
                        "title",
                        title,
                        "text",
                        "Text",
                        "sender",
                        "DL1ABC",
                        "group",
                        "Oberrhein",
                        "url",
                        "http://localhost:8080/nets",
                        "emergency",
                        emergency));
    }

    private static String copyTo(String target) {
        return TestDatabase.current()
                .query("select id from message where target_id = ?::uuid", target)
                .getFirst();
    }

    private static void dueNow(String message) {
        TestDatabase.current().update("update message set due_at = now() where id = ?::uuid", message);
    }

    private static String signature(String secret, HookServer.Request request) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            String signed =
                    request.header("webhook-id") + "." + request.header("webhook-timestamp") + "." + request.body();
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
