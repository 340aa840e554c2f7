package org.ectsuite.tokensecurity;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/** HTTP to auth-service. */
@Singleton
class AuthServiceClient {
    private final WebClient http;
    private final String base;
    private final Duration timeout;

    AuthServiceClient(Vertx vertx, TokenSecurityConfig config) {
        this.base = config.authUrl();
        this.timeout = config.timeout();
        this.http = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setUserAgent(config.service())
                        .setConnectTimeout(Math.toIntExact(timeout.toMillis()))
                        // Nothing we ask for moves; a redirect would carry our token to a stranger.
                        .setFollowRedirects(false));
    }

    @PreDestroy
    void close() {
        http.close();
    }

    HttpRequest<Buffer> get(String path) {
        return http.getAbs(base + path).timeout(timeout.toMillis()).putHeader("Accept", "application/json");
    }

    HttpRequest<Buffer> post(String path) {
        return http.postAbs(base + path).timeout(timeout.toMillis()).putHeader("Accept", "application/json");
    }

    /** The body of a good answer; fails on any other status, naming it and nothing of the body. */
    static JsonObject json(String what, HttpResponse<Buffer> response) {
        if (response.statusCode() != 200) {
            throw new AuthServiceException(what + ": status " + response.statusCode());
        }
        try {
            return response.bodyAsJsonObject();
        } catch (DecodeException | ClassCastException e) {
            throw new AuthServiceException(what + ": not a JSON object");
        }
    }

    /** Names the cause of a failed request in one short line. */
    static <T> Uni<T> named(String what, Uni<T> request) {
        return request.onFailure(failure -> !(failure instanceof AuthServiceException))
                .transform(failure -> new AuthServiceException(what + ": " + failure.getMessage()));
    }
}
