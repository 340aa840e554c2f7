package org.ectsuite.notification.push;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.TestDatabase;
import org.ectsuite.testsupport.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Targets on a real server, kept by somebody with an account. */
abstract class PushTargetTests {

    static final String COPIES = "select count(*) from message where target_id = ?::uuid";

    final HookServer hooks = HookServerResource.current();
    final String name = "hiram-" + UUID.randomUUID();
    final String path = "/hook-" + UUID.randomUUID();
    final String personId =
            AuthServer.person(name, "Hiram", name + "@example.org").id().toString();

    @BeforeEach
    void answerWell() {
        hooks.answer(HookServer.status(204));
    }

    @AfterEach
    void removeShared() {
        TestDatabase.current().update("delete from push_target where owner is null");
    }

    RequestSpecification asPerson() {
        return given().auth().oauth2(TestTokens.user(name).roles("USER").sign());
    }

    ValidatableResponse own() {
        return asPerson().get("/me/push-targets").then().statusCode(200);
    }

    String addedWebhook(String... kinds) {
        return add(asPerson(), webhook(kinds)).path("target.id");
    }

    Map<String, Object> webhook(String... kinds) {
        return Map.of("type", "WEBHOOK", "name", "Bot", "url", hooks.url("localhost", path), "kinds", List.of(kinds));
    }

    Map<String, Object> ntfy(String topic, @Nullable String token, String... kinds) {
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

    List<HookServer.Request> ofTopic(String topic, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(25))
                .until(() -> toTopic(topic).size() >= count);
        return toTopic(topic);
    }

    List<HookServer.Request> toTopic(String topic) {
        return hooks.to("/").stream()
                .filter(request ->
                        JsonPath.from(request.body()).getString("topic").equals(topic + "-" + name.substring(6)))
                .toList();
    }

    static ExtractableResponse<Response> add(RequestSpecification caller, Map<String, Object> request) {
        return add(caller, "/me/push-targets", request);
    }

    static ExtractableResponse<Response> add(RequestSpecification caller, String to, Map<String, Object> request) {
        return caller.contentType("application/json")
                .body(request)
                .post(to)
                .then()
                .statusCode(201)
                .extract();
    }

    ValidatableResponse change(String target, long version, Map<String, Object> change) {
        return asPerson()
                .contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body(change)
                .put("/me/push-targets/" + target)
                .then();
    }

    ValidatableResponse trial(String target) {
        return asPerson().post("/me/push-targets/" + target + "/test").then();
    }

    Map<String, Object> accountNotice() {
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

    Map<String, Object> announcement(String title, boolean emergency) {
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

    static String copyTo(String target) {
        return TestDatabase.current()
                .query("select id from message where target_id = ?::uuid", target)
                .getFirst();
    }

    static void dueNow(String message) {
        TestDatabase.current().update("update message set due_at = now() where id = ?::uuid", message);
    }

    static String signature(String secret, HookServer.Request request) {
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
