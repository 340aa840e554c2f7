package org.ectsuite.notification.smtp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

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

    /** How long to wait for a connection. */
    @WithDefault("10S")
    Duration connectTimeout();

    /** After how long without a byte from the relay a connection is given up, also while it rests in the pool. */
    @WithDefault("25S")
    Duration idleTimeout();

    /** How long one mail may take in all. */
    @WithDefault("60S")
    Duration sendTimeout();

    /** How the connection is encrypted. */
    enum Tls {
        /** Plain until STARTTLS, which must succeed before anything else is said. */
        STARTTLS,
        /** From the first byte. */
        IMPLICIT
    }
}
