package org.ectsuite.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.ectsuite.tokensecurity.ServiceTokens;

/** Posts messages to notification-service. */
@ApplicationScoped
class NotificationClient {

    private static final String AUDIENCE = "notification-service";
    private static final int UNAUTHORIZED = 401;
    private static final int CONNECT_WITHIN_MILLIS = 5_000;

    private final WebClient http;
    private final ServiceTokens tokens;
    private final MailJson json;
    private final String messages;
    private final Duration answerWithin;

    NotificationClient(Vertx vertx, ServiceTokens tokens, ObjectMapper mapper, OutboxConfig config) {
        this.http = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setFollowRedirects(false)
                        .setConnectTimeout(CONNECT_WITHIN_MILLIS)
                        .setMaxPoolSize(config.parallel())
                        .setUserAgent("ect-outbox"));
        this.tokens = tokens;
        this.json = new MailJson(mapper);
        this.messages = config.notificationUrl() + "/messages";
        this.answerWithin = config.answerWithin();
    }

    /** Posts a message under its key; fails if no answer comes in time. */
    Uni<Verdict> post(UUID key, byte[] message) {
        return tokens.bearer(AUDIENCE)
                .chain(token -> http.requestAbs(HttpMethod.POST, messages)
                        .bearerTokenAuthentication(token)
                        .putHeader("Content-Type", "application/json")
                        .putHeader("Idempotency-Key", key.toString())
                        .sendBuffer(Buffer.buffer(message)))
                .ifNoItem()
                .after(answerWithin)
                .fail()
                .invoke(this::refreshIfRefused)
                .map(this::verdict);
    }

    private void refreshIfRefused(HttpResponse<Buffer> response) {
        if (response.statusCode() == UNAUTHORIZED) {
            tokens.refused(AUDIENCE);
        }
    }

    private Verdict verdict(HttpResponse<Buffer> response) {
        Buffer body = response.body();
        return Verdict.of(
                response.statusCode(),
                json.problemCode(body == null ? null : body.getBytes()),
                response.getHeader("Retry-After"));
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
