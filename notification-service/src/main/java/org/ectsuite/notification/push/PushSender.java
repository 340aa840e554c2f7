package org.ectsuite.notification.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells targets. */
@ApplicationScoped
public class PushSender {

    private static final int TITLE_BYTES = 200;
    /** Ntfy makes a file of what is longer than 4096 bytes. */
    private static final int MESSAGE_BYTES = 3500;

    private static final int SNIPPET = 200;
    private static final String UNREACHABLE = "The server cannot be reached or does not answer in time";

    private final GuardedHttp http;
    private final ObjectMapper mapper;
    private final boolean allowHttp;
    private final Duration timeout;
    private final String publicUrl;
    private final Clock clock;

    PushSender(
            Vertx vertx,
            PushConfig config,
            ObjectMapper mapper,
            @ConfigProperty(name = "ect.public-url") String publicUrl,
            Clock clock) {
        this.http = new GuardedHttp(
                vertx,
                name -> List.of(InetAddress.getAllByName(name)),
                new AddressRule(config.allowedNetworks().orElse(List.of())),
                config.caFile(),
                config.timeout());
        this.mapper = mapper;
        this.allowHttp = config.allowHttp();
        this.timeout = config.timeout();
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** How long one delivery may take. */
    public Duration longestSend() {
        return timeout;
    }

    /** Tells the target; never fails. */
    public Uni<PushOutcome> send(OpenTarget target, PushMessage message) {
        return Uni.createFrom()
                .deferred(() -> post(target, message))
                .map(answer -> PushOutcome.of(answer.status(), snippet(answer.body())))
                .onFailure()
                .recoverWithItem(PushSender::explain);
    }

    /** A message by which people see whether a target works. */
    PushMessage test() {
        return new PushMessage(
                "test-" + UUID.randomUUID(),
                "test",
                clock.instant(),
                "Test message",
                "This target works. Somebody has pressed the button for a test.",
                publicUrl + "/settings/notifications",
                PushMessage.Urgency.USUAL,
                null);
    }

    /** The address, if it is one that may be connected to as far as its text tells. */
    TargetUrl check(String url) {
        TargetUrl checked = TargetUrl.parse(url, allowHttp);
        if (checked.literal() != null && !http.allows(checked.literal())) {
            throw new UrlRefusedException("leads to an address that is not public");
        }
        return checked;
    }

    private Uni<GuardedHttp.Answer> post(OpenTarget target, PushMessage message) {
        TargetUrl url = TargetUrl.parse(target.secrets().url(), allowHttp);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "ect-suite");
        return switch (target.type()) {
            case WEBHOOK -> {
                byte[] body = json(webhook(message));
                Instant now = clock.instant();
                String secret = Objects.requireNonNull(target.secrets().secret(), "a webhook has a secret");
                headers.put("webhook-id", message.id());
                headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
                headers.put("webhook-signature", WebhookSecret.sign(secret, message.id(), now, body));
                yield http.post(url, headers, body);
            }
            case NTFY -> {
                if (target.secrets().token() != null) {
                    headers.put("Authorization", "Bearer " + target.secrets().token());
                }
                String topic = Objects.requireNonNull(target.secrets().topic(), "ntfy has a topic");
                yield http.post(url.at("/"), headers, json(ntfy(topic, message)));
            }
        };
    }

    private static WebhookBody webhook(PushMessage message) {
        return new WebhookBody(
                message.kind(),
                message.at(),
                new WebhookBody.Data(
                        message.subject(),
                        PushText.body(message.text()),
                        message.url(),
                        message.urgency(),
                        message.data()));
    }

    private static NtfyBody ntfy(String topic, PushMessage message) {
        return new NtfyBody(
                topic,
                PushText.cut(message.subject(), TITLE_BYTES),
                PushText.cut(PushText.body(message.text()), MESSAGE_BYTES),
                message.urgency().ntfyPriority(),
                message.url());
    }

    private byte[] json(Object body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of texts can be written as JSON", e);
        }
    }

    /** What went wrong without an answer. Foreign messages may quote addresses: only their kind is told. */
    private static PushOutcome explain(Throwable failure) {
        return switch (failure) {
            case UrlRefusedException refused -> new PushOutcome.Refused("The address " + refused.getMessage());
            case UnknownHostException unknown -> new PushOutcome.Failed("The name of the server is not known");
            case SSLException untrusted ->
                new PushOutcome.Failed("The server offers no trusted TLS connection under this name");
            case IOException broken -> new PushOutcome.Failed(UNREACHABLE);
            case VertxException broken -> new PushOutcome.Failed(UNREACHABLE);
            case TimeoutException late -> new PushOutcome.Failed(UNREACHABLE);
            default ->
                new PushOutcome.Failed("Failed inside: " + failure.getClass().getSimpleName());
        };
    }

    /** The answer comes from outside: one line, printable, bounded. */
    private static String snippet(String body) {
        String line = body.replaceAll("[\\p{C}\\s]+", " ").strip();
        return line.length() <= SNIPPET ? line : line.substring(0, SNIPPET).strip() + "…";
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
