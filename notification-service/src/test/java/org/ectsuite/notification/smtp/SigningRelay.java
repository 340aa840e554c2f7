package org.ectsuite.notification.smtp;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;

/** The settings of a test whose mails are signed. */
record SigningRelay(RelaySettings base, Optional<String> bounceAddress) implements SmtpConfig {

    static final KeyPair KEYS = keys();

    record Key(Optional<String> selector, Optional<String> domain, Optional<String> privateKey) implements Dkim {}

    static String pem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEYS.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    @Override
    public Dkim dkim() {
        return new Key(Optional.of("ect2026"), Optional.empty(), Optional.of(pem()));
    }

    @Override
    public String host() {
        return base.host();
    }

    @Override
    public int port() {
        return base.port();
    }

    @Override
    public Tls tls() {
        return base.tls();
    }

    @Override
    public String username() {
        return base.username();
    }

    @Override
    public String password() {
        return base.password();
    }

    @Override
    public Optional<Path> caFile() {
        return base.caFile();
    }

    @Override
    public String from() {
        return base.from();
    }

    @Override
    public Optional<String> ownHostName() {
        return base.ownHostName();
    }

    @Override
    public Optional<Double> maxPerSecond() {
        return base.maxPerSecond();
    }

    @Override
    public int maxMailsPerConnection() {
        return base.maxMailsPerConnection();
    }

    @Override
    public OptionalLong maxPerDay() {
        return base.maxPerDay();
    }

    @Override
    public Duration connectTimeout() {
        return base.connectTimeout();
    }

    @Override
    public Duration idleTimeout() {
        return base.idleTimeout();
    }

    @Override
    public Duration sendTimeout() {
        return base.sendTimeout();
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
