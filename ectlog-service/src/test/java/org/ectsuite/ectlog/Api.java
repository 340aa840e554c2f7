package org.ectsuite.ectlog;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.testsupport.TestTokens;

/** The service as its clients use it: people, and what they do most. */
public final class Api {

    private Api() {}

    /** Somebody with the global role NCS and a callsign of their own. */
    public static TestTokens ncs() {
        return person("NCS");
    }

    /** Somebody with the global role USER and a callsign of their own. */
    public static TestTokens user() {
        return person("USER");
    }

    /** Somebody with a global role and a callsign of their own. */
    public static TestTokens person(String role) {
        UUID id = UUID.randomUUID();
        return TestTokens.user(id)
                .roles(role)
                .callsign(callsign())
                .name("Person " + id.toString().substring(0, 4));
    }

    /** A callsign that no other test uses. */
    public static String callsign() {
        long number = UUID.randomUUID().getLeastSignificantBits() & Long.MAX_VALUE;
        StringBuilder call = new StringBuilder("K").append(number % 10);
        for (int i = 0; i < 6; i++) {
            number /= 26;
            call.append((char) ('A' + number % 26));
        }
        return call.toString();
    }

    /** The id in a token. */
    public static UUID idOf(TestTokens who) {
        return UUID.fromString(claim(who, "sub"));
    }

    /** The callsign in a token. */
    public static String callsignOf(TestTokens who) {
        return claim(who, "callsign");
    }

    private static String claim(TestTokens who, String name) {
        String payload = who.sign().split("\\.", -1)[1];
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .getString(name);
    }

    /** A request with a JSON body by somebody. */
    public static RequestSpecification as(TestTokens who) {
        return anonymous().header("Authorization", who.bearer());
    }

    /** A request with a JSON body by nobody. */
    public static RequestSpecification anonymous() {
        // Paths are absolute here; the framework would put the service's root before them.
        return given().basePath("").contentType(ContentType.JSON);
    }

    /** A new draft. */
    public static String draft(TestTokens ncs) {
        return draft(ncs, Map.of());
    }

    /** A new draft with some settings of its own. */
    public static String draft(TestTokens ncs, Map<String, ?> settings) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", "Tuesday net");
        body.putAll(settings);
        return as(ncs).body(body)
                .post("/ectlog/nets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A net on the air. */
    public static String net(TestTokens ncs) {
        return net(ncs, Map.of());
    }

    /** A net on the air with some settings of its own. */
    public static String net(TestTokens ncs, Map<String, ?> settings) {
        String id = draft(ncs, settings);
        step(ncs, id, "start").statusCode(200);
        return id;
    }

    /** A step of a net's life. */
    public static ValidatableResponse step(TestTokens who, String netId, String step) {
        return as(who).post("/ectlog/nets/{id}/" + step, netId).then();
    }

    /** Gives somebody a role in a net. */
    public static ValidatableResponse grant(TestTokens who, String netId, TestTokens whom, String role) {
        return as(who).body(Map.of("role", role, "name", "Somebody", "callsign", callsignOf(whom)))
                .put("/ectlog/nets/{id}/roles/{user}", netId, idOf(whom))
                .then();
    }

    /** An attempt to log a station. */
    public static Response tryCheckIn(TestTokens who, String netId, Map<String, ?> body) {
        return as(who).body(body).post("/ectlog/nets/{id}/check-ins", netId);
    }

    /** Logs a station. */
    public static Response checkIn(TestTokens who, String netId, String callsign) {
        Response response = tryCheckIn(who, netId, Map.of("callsign", callsign));
        response.then().statusCode(201);
        return response;
    }

    /** Changes some fields of a row. */
    public static ValidatableResponse patch(
            TestTokens who, String netId, String id, long version, Map<String, ?> fields) {
        return as(who).header("If-Match", "\"" + version + "\"")
                .body(fields)
                .patch("/ectlog/nets/{net}/check-ins/{id}", netId, id)
                .then();
    }
}
