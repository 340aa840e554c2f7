package org.ectsuite.notification.smtp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** The relay that takes our mail. There is no way to send without TLS or without a login. */
@ConfigMapping(prefix = "ect.notification.smtp")
interface SmtpConfig {

    /** Host name of the relay, as its certificate names it. */
    String host();

    /** Port of the relay: 587 for STARTTLS, 465 for implicit TLS. */
    @WithDefault("587")
    int port();

    /** How the connection is encrypted. */
    @WithDefault("starttls")
    Tls tls();

    /** User name of the login. */
    String username();

    /** Password of the login. */
    String password();

    /** PEM file with the certificate authorities to trust; the JDK's own if absent. */
    Optional<Path> caFile();

    /** Sender of all mails: {@code Name <address>} or a plain address. */
    String from();

    /** Name given in EHLO; the domain of the sender if absent. */
    Optional<String> ownHostName();

    /**
     * Return path of mails, as {@code bounces@example.org}: reports come back to {@code bounces+<id of the
     * message>@example.org}. The relay must let us send from it. The sender's address if absent.
     */
    Optional<String> bounceAddress();

    /** How many mails one replica hands over in a second at most; unlimited if absent. Urgent mail does not wait for it. */
    Optional<Double> maxPerSecond();

    /** How many mails are handed over on one connection before it is renewed. */
    @WithDefault("100")
    int maxMailsPerConnection();

    /** How many mails all replicas hand over in 24 hours at most; unlimited if absent. Urgent mail counts and does not wait. */
    OptionalLong maxPerDay();

    /** The signature by which receivers know that a mail is ours. */
    Dkim dkim();

    /** How long to wait for a connection. */
    @WithDefault("10S")
    Duration connectTimeout();

    /** After how long without a byte from the relay a connection is given up, also while it rests in the pool. */
    @WithDefault("25S")
    Duration idleTimeout();

    /** How long one mail may take in all. */
    @WithDefault("60S")
    Duration sendTimeout();

    /** DomainKeys Identified Mail (RFC 6376); mails are signed if selector and key are given. */
    interface Dkim {

        /** Name of the key in the DNS: {@code <selector>._domainkey.<domain>}. */
        Optional<String> selector();

        /** Domain that signs; that of the sender if absent. */
        Optional<String> domain();

        /** RSA private key, PEM (PKCS #8). */
        Optional<String> privateKey();
    }

    /** How the connection is encrypted. */
    enum Tls {
        /** Plain until STARTTLS, which must succeed before anything else is said. */
        STARTTLS,
        /** From the first byte. */
        IMPLICIT
    }
}
