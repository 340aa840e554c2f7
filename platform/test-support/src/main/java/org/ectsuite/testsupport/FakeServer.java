package org.ectsuite.testsupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A small HTTP server on a free port of the loopback address that plays a neighbour of the service under test. */
abstract class FakeServer {
    private final HttpServer server;
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private volatile boolean reachable = true;

    /** What a neighbour answers. */
    record Answer(int status, @Nullable String body, Map<String, String> headers) {
        static Answer json(int status, String body) {
            return new Answer(status, body, Map.of("Content-Type", "application/json"));
        }

        static Answer empty(int status) {
            return new Answer(status, null, Map.of());
        }

        Answer header(String name, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Answer(status, body, more);
        }
    }

    /** A request as the fakes look at it. */
    record Request(String method, String path, Map<String, String> query, HttpExchange exchange) {
        @Nullable String header(String name) {
            return exchange.getRequestHeaders().getFirst(name);
        }

        byte[] body() {
            try {
                return exchange.getRequestBody().readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Map<String, String> form() {
            return parameters(new String(body(), StandardCharsets.UTF_8));
        }
    }

    FakeServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    abstract Answer answer(Request request);

    /** The origin of this server, without a trailing slash. */
    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void close() {
        server.stop(0);
    }

    void reachable(boolean yes) {
        reachable = yes;
    }

    int requests(String path) {
        return requests.getOrDefault(path, new AtomicInteger()).get();
    }

    void forgetRequests() {
        requests.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            requests.computeIfAbsent(uri.getPath(), path -> new AtomicInteger()).incrementAndGet();
            if (!reachable) {
                // Closing without an answer is what a client sees of a neighbour that dies.
                return;
            }
            Answer answer;
            try {
                answer = answer(new Request(
                        exchange.getRequestMethod(), uri.getPath(), parameters(uri.getRawQuery()), exchange));
            } catch (IllegalArgumentException e) {
                answer = Answer.empty(400);
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            var body = answer.body() == null ? new byte[0] : answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static Map<String, String> parameters(@Nullable String encoded) {
        var values = new LinkedHashMap<String, String>();
        if (encoded != null) {
            for (var pair : encoded.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
        }
        return values;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
