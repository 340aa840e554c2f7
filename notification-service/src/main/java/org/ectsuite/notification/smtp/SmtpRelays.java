package org.ectsuite.notification.smtp;

import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;

/** Opens pools to the configured relay. */
@ApplicationScoped
public class SmtpRelays {

    private final Vertx vertx;
    private final SmtpConfig config;
    private final SendingRate rate;

    SmtpRelays(Vertx vertx, SmtpConfig config, Clock clock) {
        this.vertx = vertx;
        this.config = config;
        this.rate = new SendingRate(config.maxPerSecond(), clock);
    }

    /**
     * A pool of at most so many connections; whoever asks for it closes it.
     *
     * @param urgent whether its mails do not wait for the rate that the provider allows
     */
    public SmtpRelay open(int connections, boolean urgent) {
        return new SmtpRelay(vertx, config, connections, urgent, rate);
    }

    /** How long one mail may take in all, if so many are under way. */
    public Duration longestSend(int mails) {
        return config.sendTimeout().plus(rate.longestWait(mails));
    }

    /** How many mails may be handed over in 24 hours; empty if any number. */
    public OptionalLong maxPerDay() {
        return config.maxPerDay();
    }

    /** The domain in which Message-IDs are made: that of the sender. */
    public String domain() {
        return MailAddress.parse(config.from()).map(MailAddress::domain).orElse("localhost");
    }
}
