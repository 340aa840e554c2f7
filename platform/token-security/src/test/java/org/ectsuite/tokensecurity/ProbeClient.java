package org.ectsuite.tokensecurity;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A browser's side of a socket: offers the protocol and the token as sub-protocols, since it cannot set headers. */
final class ProbeClient implements WebSocket.Listener, AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private @Nullable WebSocket socket;

    static ProbeClient open(@Nullable String token) {
        var client = new ProbeClient();
        var uri = URI.create(RestAssured.baseURI.replace("http", "ws") + ":" + RestAssured.port + "/probe/live");
        var builder = client.http.newWebSocketBuilder();
        if (token == null) {
            builder.subprotocols("ect.live.v1");
        } else {
            var carrier = URLEncoder.encode(
                            "quarkus-http-upgrade#Authorization#Bearer " + token, StandardCharsets.UTF_8)
                    .replace("+", "%20");
            builder.subprotocols("ect.live.v1", carrier);
        }
        client.socket = builder.buildAsync(uri, client).join();
        return client;
    }

    /** The status with which an upgrade is refused. */
    static int refusal(@Nullable String token) {
        try (var client = open(token)) {
            client.socket().abort();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    String subprotocol() {
        return socket().getSubprotocol();
    }

    String next() throws InterruptedException {
        return String.valueOf(messages.poll(5, TimeUnit.SECONDS));
    }

    void send(String text) {
        socket().sendText(text, true).join();
    }

    int closeCode() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private WebSocket socket() {
        var open = socket;
        if (open == null) {
            throw new IllegalStateException("not open");
        }
        return open;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        messages.add(data.toString());
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
