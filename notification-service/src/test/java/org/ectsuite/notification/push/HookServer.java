package org.ectsuite.notification.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.ectsuite.testsupport.TlsCertificate;
import org.jspecify.annotations.Nullable;

/** A web server on the loopback address that plays the programs of others; with TLS if it has a certificate. */
final class HookServer implements AutoCloseable {

    /** What arrived. */
    record Request(String method, String path, Map<String, String> headers, String body) {
        String header(String name) {
            return String.valueOf(headers.get(name));
        }
    }

    /** Answers a request. */
    @FunctionalInterface
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final boolean secure;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = status(204);

    HookServer(@Nullable TlsCertificate certificate) {
        secure = certificate != null;
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
        try {
            if (certificate == null) {
                server = HttpServer.create(anyPort, 0);
            } else {
                HttpsServer https = HttpsServer.create(anyPort, 0);
                https.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
                server = https;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** An answer without a body. */
    static Behaviour status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    /** An answer with a body. */
    static Behaviour says(int status, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** How it answers from now on. */
    void answer(Behaviour other) {
        behaviour = other;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Address of a path under a host name that leads here. */
    String url(String host, String path) {
        return "%s://%s:%d%s".formatted(secure ? "https" : "http", host, port(), path);
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Waits for so many requests to a path, and returns them. */
    List<Request> await(String path, int count) {
        Awaitility.await(count + " requests to " + path)
                .atMost(Duration.ofSeconds(25))
                .until(() -> to(path).size() >= count);
        return to(path);
    }

    List<Request> to(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    headers,
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            behaviour.answer(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
