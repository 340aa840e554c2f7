package org.ectsuite.notification.smtp;

import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Opens pools to the configured relay. */
@ApplicationScoped
public class SmtpRelays {

    private final Vertx vertx;
    private final SmtpConfig config;

    SmtpRelays(Vertx vertx, SmtpConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** A pool of at most so many connections; whoever asks for it closes it. */
    public SmtpRelay open(int connections) {
        return new SmtpRelay(vertx, config, connections);
    }

    /** How long one mail may take in all. */
    public Duration sendTimeout() {
        return config.sendTimeout();
    }

    /** The domain in which Message-IDs are made: that of the sender. */
    public String domain() {
        return MailAddress.parse(config.from()).map(MailAddress::domain).orElse("localhost");
    }
}
