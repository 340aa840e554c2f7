package org.ectsuite.ectlog.live;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.TestTokens;
import org.jspecify.annotations.Nullable;

/** A client of the live socket, as a browser would be one. */
final class LiveClient implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private @Nullable WebSocket socket;

    private LiveClient() {}

    /** Opens a socket behind a number, from a page of the suite. */
    static LiveClient open(TestTokens who, String netId, long since) {
        return open(who.sign(), netId, "?since=" + since, AuthServer.PUBLIC_URL);
    }

    /** Opens a socket for what is to come, from a page of the suite. */
    static LiveClient open(TestTokens who, String netId) {
        return open(who.sign(), netId, "", AuthServer.PUBLIC_URL);
    }

    /** Opens a socket. */
    static LiveClient open(String token, String netId, String query, @Nullable String origin) {
        LiveClient client = new LiveClient();
        WebSocket.Builder builder = HTTP.newWebSocketBuilder()
                .subprotocols(
                        "ect.live.v1",
                        URLEncoder.encode("quarkus-http-upgrade#Authorization#Bearer " + token, StandardCharsets.UTF_8)
                                .replace("+", "%20"));
        if (origin != null) {
            builder.header("Origin", origin);
        }
        URI address = URI.create("ws://localhost:" + RestAssured.port + "/ectlog/live/nets/" + netId + query);
        client.socket = get(builder.buildAsync(address, client));
        return client;
    }

    /** The status with which an upgrade is refused; 101 if it is not. */
    static int statusOf(String token, String netId, String query, @Nullable String origin) {
        try {
            open(token, netId, query, origin).close();
            return 101;
        } catch (IllegalStateException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof java.net.http.WebSocketHandshakeException refused) {
                    return refused.getResponse().statusCode();
                }
            }
            throw e;
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                received.add(MAPPER.readTree(partial.toString()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            partial.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(1006);
    }

    void send(String text) {
        get(socket().sendText(text, true));
    }

    void sendBinary(byte[] bytes) {
        get(socket().sendBinary(java.nio.ByteBuffer.wrap(bytes), true));
    }

    /** The next message of a type; others are passed over. */
    JsonNode next(String type) {
        return next(message -> type.equals(message.path("type").asText()));
    }

    /** The next message that fits; others are passed over. */
    JsonNode next(Predicate<JsonNode> wanted) {
        try {
            while (true) {
                JsonNode message = received.poll(PATIENCE_SECONDS, SECONDS);
                if (message == null) {
                    throw new AssertionError("Nothing of the kind came");
                }
                if (wanted.test(message)) {
                    return message;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The numbers of all events up to one. */
    List<Long> eventsUpTo(long sequence) {
        List<Long> numbers = new ArrayList<>();
        while (numbers.isEmpty() || numbers.getLast() < sequence) {
            numbers.add(next("event").path("event").path("sequence").asLong());
        }
        return numbers;
    }

    /** The code with which the server closed the socket. */
    int closeCode() {
        return get(closed);
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    /** Cuts the connection without a word. */
    void cut() {
        socket().abort();
    }

    @Override
    public void close() {
        socket().abort();
    }

    private WebSocket socket() {
        WebSocket open = socket;
        if (open == null) {
            throw new IllegalStateException("The socket is not open");
        }
        return open;
    }

    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
