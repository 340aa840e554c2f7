package org.ectsuite.auth.social;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.ectsuite.auth.social.UpstreamException.Reason;
import org.jspecify.annotations.Nullable;

/** Asks providers for JSON. */
@ApplicationScoped
class UpstreamHttp {

    private static final int OK = 200;
    /** Key sets and lists of addresses are far smaller. */
    private static final int MOST_BYTES = 512 * 1024;

    private final WebClient http;
    private final long patience;

    UpstreamHttp(Vertx vertx, SocialConfig config) {
        this.patience = config.patience().toMillis();
        this.http = WebClient.create(
                vertx,
                new WebClientOptions()
                        // GitHub's interface wants one.
                        .setUserAgent("ECT-Suite")
                        .setConnectTimeout(Math.toIntExact(patience))
                        // Nothing we ask for moves; a redirect would carry a token to a stranger.
                        .setFollowRedirects(false));
    }

    @PreDestroy
    void close() {
        http.close();
    }

    Uni<JsonObject> object(String address, @Nullable String bearer) {
        return get(address, bearer, Buffer::toJsonObject);
    }

    Uni<JsonArray> array(String address, @Nullable String bearer) {
        return get(address, bearer, Buffer::toJsonArray);
    }

    private <T> Uni<T> get(String address, @Nullable String bearer, Function<Buffer, T> read) {
        HttpRequest<Buffer> request = http.getAbs(address).timeout(patience).putHeader("Accept", "application/json");
        if (bearer != null) {
            request.bearerTokenAuthentication(bearer);
        }
        return request.send()
                .onFailure()
                .transform(failure -> unavailable(address, failure.getClass().getSimpleName()))
                .map(response -> read(address, response, read));
    }

    private static <T> T read(String address, HttpResponse<Buffer> response, Function<Buffer, T> read) {
        if (response.statusCode() != OK) {
            throw unavailable(address, "status " + response.statusCode());
        }
        Buffer body = response.body();
        if (body == null || body.length() > MOST_BYTES) {
            throw unavailable(address, "an answer of no use");
        }
        try {
            return read.apply(body);
        } catch (DecodeException | ClassCastException e) {
            throw unavailable(address, "not the JSON that was agreed");
        }
    }

    private static UpstreamException unavailable(String address, String why) {
        return new UpstreamException(Reason.UNAVAILABLE, address + ": " + why);
    }
}
