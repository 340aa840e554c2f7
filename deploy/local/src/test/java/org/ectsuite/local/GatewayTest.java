package org.ectsuite.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {

    private static final int BAD_GATEWAY = 502;

    @TempDir
    private Path folder = Path.of("");

    private Vertx vertx = Vertx.vertx();
    private Ports ports = new Ports(0);
    private AutoCloseable gateway = () -> {};

    @BeforeEach
    void start() throws IOException {
        StackFolders folders = TestStack.folders(folder);
        Files.createDirectories(folders.web().resolve("assets"));
        Files.writeString(folders.web().resolve("index.html"), "<title>client</title>");
        Files.writeString(folders.web().resolve("assets/app.js"), "1");
        Files.writeString(
                folders.web().resolve("headers.json"), "{\"Content-Security-Policy\":\"default-src 'none'\"}");
        ports = TestStack.freePorts();
        // A service that tells what reached it, and echoes what it hears.
        Await.result(vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1"))
                .webSocketHandler(socket -> socket.textMessageHandler(socket::writeTextMessage))
                .requestHandler(request ->
                        request.response().end(request.uri() + " from " + request.getHeader("X-Forwarded-For")))
                .listen(ports.service(Service.ECTLOG)));
        Await.result(vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1"))
                .requestHandler(request -> request.response().end(request.uri()))
                .listen(ports.service(Service.AUTH)));
        gateway = Gateway.start(vertx, folders, ports);
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        Await.result(vertx.close());
    }

    @Test
    void hands_a_service_its_path_unchanged_and_says_itself_where_the_request_came_from() throws Exception {
        assertThat(get("/ectlog/nets?limit=3", "X-Forwarded-For", "203.0.113.9").body())
                .isEqualTo("/ectlog/nets?limit=3 from 127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oauth-authorization-server", "openid-configuration"})
    void finds_the_description_of_the_provider_where_rfc_8414_looks_for_it(String description) throws Exception {
        assertThat(get("/.well-known/" + description + "/auth", "Accept", "*/*").body())
                .isEqualTo("/auth/.well-known/" + description);
    }

    @Test
    void describes_no_other_issuer() throws Exception {
        assertThat(get("/.well-known/oauth-authorization-server/other", "Accept", "*/*")
                        .body())
                .isEqualTo("<title>client</title>");
    }

    @Test
    void carries_websockets() throws Exception {
        // Given
        CompletableFuture<String> heard = new CompletableFuture<>();
        var socket = Await.result(vertx.createWebSocketClient(new WebSocketClientOptions())
                .connect(new WebSocketConnectOptions()
                        .setHost("localhost")
                        .setPort(ports.gateway())
                        .setURI("/ectlog/live/nets/1")));
        socket.textMessageHandler(heard::complete);

        // When
        Await.result(socket.writeTextMessage("73"));

        // Then
        assertThat(heard.get(10, TimeUnit.SECONDS)).isEqualTo("73");
    }

    @Test
    void answers_bad_gateway_where_a_service_is_down() throws Exception {
        assertThat(get("/media/items", "Accept", "*/*").statusCode()).isEqualTo(BAD_GATEWAY);
    }

    @Test
    void serves_the_client_under_every_address_of_its_own_with_its_headers() throws Exception {
        // When
        HttpResponse<String> page = get("/nets/0198-some-net", "Accept", "text/html");

        // Then
        assertThat(page.body()).isEqualTo("<title>client</title>");
        assertThat(page.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void a_missing_asset_is_missing() throws Exception {
        assertThat(get("/assets/gone.js", "Accept", "*/*").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path, String header, String value)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + ports.gateway() + path))
                            .header(header, value)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
