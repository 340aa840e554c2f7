package org.ectsuite.notification;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.ectsuite.notification.message.MessageStatus;
import org.ectsuite.testsupport.TestTokens;

/** Requests as producers and administrators make them. */
public final class SendRequests {

    public static final String LINK =
            "http://localhost:8080/auth/sign-in/link?t=Hq3xV9bQm2yUe7Jw0sZ4tKcR1nLpA8dF6gTiOvXyBkE";
    public static final String CODE = "K7QM4XWD";

    private SendRequests() {}

    /** A sign-in mail; the maps may be changed. */
    public static Map<String, Object> signInLink(String address) {
        Map<String, Object> data = new HashMap<>(Map.of(
                "link",
                LINK,
                "code",
                CODE,
                "requestedAt",
                "2026-03-12T18:17:00Z",
                "client",
                "Firefox on Windows, 203.0.113.7",
                "expiresAt",
                Instant.now().plus(Duration.ofMinutes(15)).toString()));
        Map<String, Object> recipient =
                new HashMap<>(Map.of("address", address, "name", "Jörg", "locale", "en", "zone", "Europe/Berlin"));
        return new HashMap<>(Map.of("kind", "sign-in-link", "recipient", recipient, "data", data));
    }

    /** A net log with two files; the maps may be changed. */
    public static Map<String, Object> netLog(Map<String, Object> recipient) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "number", 1,
                "at", "2026-03-12T18:31:00Z",
                "callsign", "HB9/DK3XY/P",
                "name", "Jörg",
                "location", "Chrischona",
                "status", "HAS_TRAFFIC",
                "loggedBy", "DL1ABC"));
        Map<String, Object> data = new HashMap<>(Map.of(
                "netName",
                "Oberrhein Emergency Net",
                "description",
                "Weekly exercise",
                "ncs",
                List.of("DL1ABC (Anneliese)"),
                "frequencies",
                List.of("146.520 MHz FM"),
                "startedAt",
                "2026-03-12T18:30:00Z",
                "closedAt",
                "2026-03-12T19:37:00Z",
                "stations",
                1,
                "rechecks",
                0,
                "rows",
                List.of(row),
                "url",
                "http://localhost:8080/nets/0195a1b2-0000-7000-8000-000000000001"));
        return new HashMap<>(Map.of(
                "kind",
                "net-log",
                "recipient",
                recipient,
                "data",
                data,
                "attachments",
                List.of(
                        file(
                                "oberrhein.csv",
                                "text/csv",
                                "number,callsign\r\n1,HB9/DK3XY/P\r\n".getBytes(StandardCharsets.UTF_8)),
                        file(
                                "oberrhein-ics309.txt",
                                "text/plain; charset=utf-8",
                                "ICS 309 – log\n".getBytes(StandardCharsets.UTF_8)))));
    }

    /** A letter about a net that is to come, or has just begun; the maps may be changed. */
    public static Map<String, Object> netNotice(String kind, Map<String, Object> recipient, Instant start) {
        Map<String, Object> net = new HashMap<>(Map.of(
                "netName", "Oberrhein Emergency Net",
                "ncs", List.of("DL1ABC (Anneliese)"),
                "frequencies", List.of("146.520 MHz FM"),
                "start", start.toString(),
                "url", "http://localhost:8080/nets/0195a1b2-0000-7000-8000-000000000001"));
        return new HashMap<>(Map.of("kind", kind, "recipient", recipient, "data", new HashMap<>(Map.of("net", net))));
    }

    public static Map<String, Object> file(String name, String contentType, byte[] content) {
        return Map.of(
                "name",
                name,
                "contentType",
                contentType,
                "content",
                Base64.getEncoder().encodeToString(content));
    }

    /** The member of a request that is itself an object. */
    @SuppressWarnings("unchecked") // The requests above hold maps there.
    public static Map<String, Object> part(Map<String, Object> request, String member) {
        return (Map<String, Object>) Objects.requireNonNull(request.get(member), member);
    }

    public static RequestSpecification asService(String clientId) {
        return given().auth()
                .oauth2(TestTokens.service(clientId)
                        .scopes("notifications:send")
                        .audience("notification-service")
                        .sign());
    }

    public static RequestSpecification asAdmin() {
        return given().auth().oauth2(TestTokens.user("admin").roles("ADMIN").sign());
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    public static ValidatableResponse send(String key, Map<String, Object> request) {
        return asService("ectlog-service")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(request)
                .post("/messages")
                .then();
    }

    /** Sends what must be accepted, and returns its id. */
    public static String accepted(Map<String, Object> request) {
        return send(key(), request).statusCode(202).extract().path("id");
    }

    /** Sends a sign-in mail that is not due for an hour, and returns its id. */
    public static String acceptedForLater(String address) {
        Map<String, Object> request = signInLink(address);
        request.put("notBefore", Instant.now().plus(Duration.ofHours(1)).toString());
        part(request, "data")
                .put("expiresAt", Instant.now().plus(Duration.ofHours(3)).toString());
        return accepted(request);
    }

    public static ValidatableResponse message(String id) {
        return asAdmin().get("/messages/" + id).then().statusCode(200);
    }

    public static void awaitStatus(String id, MessageStatus status) {
        Awaitility.await("message " + id + " " + status)
                .atMost(Duration.ofSeconds(25))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> message(id).extract().path("status"), status.name()::equals);
    }
}
