package org.ectsuite.auth.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a real server, since the tests of the whole service run without TLS. */
class CookiePrefixFilterTest {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void serve() {
        Router router = Router.router(vertx);
        router.route().handler(new CookiePrefixFilter("https://net.example.org")::handle);
        // Says what it reads, and renews it, as an endpoint does.
        router.route().handler(routing -> {
            Cookie read = routing.request().getCookie("ect_refresh");
            routing.response()
                    .putHeader("Set-Cookie", "ect_refresh=next; Path=/auth; Secure; HttpOnly")
                    .end(read == null ? "nobody" : read.getValue());
        });
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        http.close();
    }

    @Test
    void gives_and_takes_cookies_by_the_name_with_the_prefix() throws Exception {
        HttpResponse<String> answer = ask("__Secure-ect_refresh=mine");

        assertThat(answer.body()).isEqualTo("mine");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .containsExactly("__Secure-ect_refresh=next; Path=/auth; Secure; HttpOnly");
    }

    @Test
    void a_planted_cookie_signs_nobody_in() throws Exception {
        assertThat(ask("ect_refresh=planted").body()).isEqualTo("nobody");
        assertThat(ask("ect_refresh=planted; __Secure-ect_refresh=mine").body()).isEqualTo("mine");
    }

    private HttpResponse<String> ask(String cookie) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.actualPort() + "/auth/session/token");
        return http.send(
                HttpRequest.newBuilder(address).header("Cookie", cookie).build(), HttpResponse.BodyHandlers.ofString());
    }
}
