package org.ectsuite.notification.smtp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.ectsuite.testsupport.SmtpServer;

/** The settings of a test. */
record RelaySettings(
        String host,
        int port,
        Tls tls,
        String username,
        String password,
        Optional<Path> caFile,
        String from,
        Optional<String> ownHostName,
        Duration connectTimeout,
        Duration idleTimeout,
        Duration sendTimeout)
        implements SmtpConfig {

    @Override
    public Optional<String> bounceAddress() {
        return Optional.empty();
    }

    @Override
    public Optional<Double> maxPerSecond() {
        return Optional.empty();
    }

    @Override
    public int maxMailsPerConnection() {
        return 100;
    }

    @Override
    public OptionalLong maxPerDay() {
        return OptionalLong.empty();
    }

    @Override
    public Dkim dkim() {
        return new SigningRelay.Key(Optional.empty(), Optional.empty(), Optional.empty());
    }

    static RelaySettings of(SmtpServer server, Tls tls) {
        return new RelaySettings(
                "localhost",
                server.port(),
                tls,
                server.username(),
                server.password(),
                Optional.of(Path.of(server.caFile())),
                "ECT Suite <ect@test.example>",
                Optional.empty(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));
    }

    RelaySettings password(String other) {
        return new RelaySettings(
                host, port, tls, username, other, caFile, from, ownHostName, connectTimeout, idleTimeout, sendTimeout);
    }

    RelaySettings address(String otherHost, int otherPort) {
        return new RelaySettings(
                otherHost,
                otherPort,
                tls,
                username,
                password,
                caFile,
                from,
                ownHostName,
                connectTimeout,
                idleTimeout,
                sendTimeout);
    }

    RelaySettings caFile(Optional<Path> other) {
        return new RelaySettings(
                host,
                port,
                tls,
                username,
                password,
                other,
                from,
                ownHostName,
                connectTimeout,
                idleTimeout,
                sendTimeout);
    }

    RelaySettings patience(Duration idle, Duration send) {
        return new RelaySettings(
                host, port, tls, username, password, caFile, from, ownHostName, connectTimeout, idle, send);
    }
}
