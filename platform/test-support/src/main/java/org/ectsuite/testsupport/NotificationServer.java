package org.ectsuite.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Plays notification-service for the service under test: records what is posted to it. {@link NotificationServerResource}
 * starts it; tests talk to it through the static methods.
 */
public final class NotificationServer extends FakeServer {
    private static @Nullable NotificationServer running;

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Received> byKey = new ConcurrentHashMap<>();
    private volatile int refusal;

    /** A message that was accepted, with the key it was sent under and the value of its {@code Authorization} header. */
    public record Received(String idempotencyKey, String authorization, JsonNode body) {
        /** The kind of the message. */
        public String kind() {
            return body.path("kind").asText();
        }

        /** The data of the message. */
        public JsonNode data() {
            return body.path("data");
        }

        /** Whom the message is for. */
        public JsonNode recipient() {
            return body.path("recipient");
        }
    }

    private NotificationServer() {}

    static synchronized NotificationServer start() {
        var server = new NotificationServer();
        running = server;
        return server;
    }

    static synchronized void stop(NotificationServer server) {
        server.close();
        if (running == server) {
            running = null;
        }
    }

    private static synchronized NotificationServer running() {
        var server = running;
        if (server == null) {
            throw new IllegalStateException("No notification server: annotate the test with"
                    + " @QuarkusTestResource(NotificationServerResource.class)");
        }
        return server;
    }

    /** Messages accepted since the last {@link #forget()}, in order; a repeat under the same key counts once. */
    public static List<Received> received() {
        return List.copyOf(running().received);
    }

    /** Messages of one kind accepted since the last {@link #forget()}, in order. */
    public static List<Received> received(String kind) {
        return running().received.stream()
                .filter(message -> message.kind().equals(kind))
                .toList();
    }

    /** Forgets all messages and answers as usual again. */
    public static void forget() {
        var server = running();
        server.received.clear();
        server.byKey.clear();
        server.forgetRequests();
        server.refusal = 0;
        server.reachable(true);
    }

    /** Answers every message with this status until {@link #forget()}, {@link #accept()} or the next refusal. */
    public static void refuseWith(int status) {
        running().refusal = status;
    }

    /** Accepts messages again. */
    public static void accept() {
        running().refusal = 0;
    }

    /** Cuts the server off: connections are closed without an answer until {@link #reconnect()}. */
    public static void disconnect() {
        running().reachable(false);
    }

    /** Ends what {@link #disconnect()} began. */
    public static void reconnect() {
        running().reachable(true);
    }

    /** How often a message was posted, repeats and refusals included. */
    public static int attempts() {
        return running().requests("/notification/messages");
    }

    @Override
    Answer answer(Request request) {
        if (!"POST /notification/messages".equals(request.method() + " " + request.path())) {
            return Answer.empty(404);
        }
        int refused = refusal;
        if (refused != 0) {
            return problem(refused);
        }
        var authorization = request.header("Authorization");
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return problem(401);
        }
        var key = request.header("Idempotency-Key");
        var body = Json.read(request.body());
        if (key == null || key.isBlank() || !body.hasNonNull("kind") || !body.hasNonNull("recipient")) {
            return problem(400);
        }
        var message = new Received(key, authorization, body);
        var earlier = byKey.putIfAbsent(key, message);
        if (earlier == null) {
            received.add(message);
        } else if (!earlier.body().equals(body)) {
            return problem(422);
        }
        var id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        return Answer.json(202, Json.write(Map.of("id", id.toString(), "status", "QUEUED")));
    }

    private static Answer problem(int status) {
        return new Answer(
                status,
                Json.write(Map.of("type", "urn:ect:problem:refused", "code", "refused", "status", status)),
                Map.of("Content-Type", "application/problem+json"));
    }
}
