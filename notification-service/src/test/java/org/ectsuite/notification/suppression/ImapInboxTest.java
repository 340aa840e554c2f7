package org.ectsuite.notification.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ectsuite.tokensecurity.startup.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mailbox for reports, over a real IMAP server: what is read, and to whom no password is told. */
class ImapInboxTest {

    private static final String PREFIX = "ect.notification.bounce-mailbox.";

    @Test
    void hands_mails_over_and_puts_them_away() throws Exception {
        try (ReportMailbox mailbox = ReportMailbox.start()) {
            // Given
            mailbox.deliver(mail("one"));
            mailbox.deliver(mail("two"));
            mailbox.deliver(mail("three"));
            List<String> taken = new ArrayList<>();

            // When
            try (ImapInbox inbox = ImapInbox.open(config(mailbox))) {
                assertThat(inbox.take(2, content -> taken.add(text(content)))).isEqualTo(2);
                assertThat(inbox.take(2, content -> taken.add(text(content)))).isEqualTo(1);
                assertThat(inbox.take(2, content -> taken.add(text(content)))).isZero();
            }

            // Then
            assertThat(taken).hasSize(3);
            assertThat(taken.get(0)).contains("Subject: one");
            assertThat(taken.get(2)).contains("Subject: three");
            assertThat(mailbox.waiting()).isZero();
            assertThat(mailbox.handled()).isEqualTo(3);
        }
    }

    @Test
    void leaves_in_place_what_could_not_be_taken_and_what_is_behind_it() throws Exception {
        try (ReportMailbox mailbox = ReportMailbox.start()) {
            // Given
            mailbox.deliver(mail("one"));
            mailbox.deliver(mail("two"));
            mailbox.deliver(mail("three"));

            // When
            try (ImapInbox inbox = ImapInbox.open(config(mailbox))) {
                assertThatThrownBy(() -> inbox.take(10, content -> {
                            if (text(content).contains("Subject: two")) {
                                throw new IOException("The database is away");
                            }
                        }))
                        .isInstanceOf(IOException.class);
            }

            // Then
            assertThat(mailbox.waiting()).isEqualTo(2);
            assertThat(mailbox.handled()).isEqualTo(1);
        }
    }

    @Test
    void reads_the_beginning_of_a_large_mail_alone() throws Exception {
        try (ReportMailbox mailbox = ReportMailbox.start()) {
            // Given
            mailbox.deliver(mail("large\r\n\r\n" + "x".repeat(60).concat("\r\n").repeat(20_000)));
            List<Integer> sizes = new ArrayList<>();

            // When
            try (ImapInbox inbox = ImapInbox.open(config(mailbox))) {
                inbox.take(1, content -> sizes.add(content.length));
            }

            // Then
            assertThat(sizes).containsExactly(256 * 1024);
            assertThat(mailbox.handled()).isEqualTo(1);
        }
    }

    @Test
    void tells_no_password_to_a_server_that_nobody_vouches_for() {
        try (ReportMailbox mailbox = ReportMailbox.start()) {
            Map<String, String> settings = settings(mailbox);
            settings.remove(PREFIX + "ca-file");

            assertThatThrownBy(() -> ImapInbox.open(config(settings)))
                    .isInstanceOf(MessagingException.class)
                    .isNotInstanceOf(AuthenticationFailedException.class);
        }
    }

    @Test
    void tells_no_password_to_another_server() {
        try (ReportMailbox mailbox = ReportMailbox.start()) {
            // Trusted, but its certificate does not have this name.
            Map<String, String> settings = settings(mailbox);
            settings.put(PREFIX + "host", "localhost");

            assertThatThrownBy(() -> ImapInbox.open(config(settings)))
                    .isInstanceOf(MessagingException.class)
                    .isNotInstanceOf(AuthenticationFailedException.class)
                    .hasMessageContaining("No name matching localhost");
        }
    }

    @Test
    void tells_no_password_to_a_server_without_starttls() {
        try (ReportMailbox mailbox = ReportMailbox.plain()) {
            Map<String, String> settings = settings(mailbox);
            settings.put(PREFIX + "tls", "starttls");

            assertThatThrownBy(() -> ImapInbox.open(config(settings)))
                    .isInstanceOf(MessagingException.class)
                    .isNotInstanceOf(AuthenticationFailedException.class)
                    .hasMessageContaining("STARTTLS");
        }
    }

    @Test
    void says_that_a_password_is_wrong() {
        try (ReportMailbox mailbox = ReportMailbox.start()) {
            Map<String, String> settings = settings(mailbox);
            settings.put(PREFIX + "password", "another");

            assertThatThrownBy(() -> ImapInbox.open(config(settings)))
                    .isInstanceOf(AuthenticationFailedException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 60", "2, 120", "3, 240", "5, 960", "6, 1800", "1000, 1800"})
    void waits_longer_after_each_failure(int failures, int seconds) {
        assertThat(BounceMailbox.pause(Duration.ofMinutes(1), failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void has_these_defaults() {
        // When
        BounceMailboxConfig config = config(Map.of());

        // Then
        assertThat(config.host()).isEmpty();
        assertThat(config.tls()).isEqualTo(BounceMailboxConfig.Tls.IMPLICIT);
        assertThat(ImapInbox.port(config)).isEqualTo(993);
        assertThat(ImapInbox.port(config(Map.of(PREFIX + "tls", "starttls")))).isEqualTo(143);
        assertThat(config.folder()).isEqualTo("INBOX");
        assertThat(config.handledFolder()).isEqualTo("Handled");
        assertThat(config.lookEvery()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(new BounceMailboxStartupCheck(config).findings()).isEmpty();
    }

    @Test
    void refuses_a_mailbox_that_nobody_can_sign_in_to() {
        // When
        var findings = new BounceMailboxStartupCheck(config(Map.of(
                        PREFIX + "host",
                        "imap.example.org",
                        PREFIX + "port",
                        "0",
                        PREFIX + "handled-folder",
                        "INBOX",
                        PREFIX + "ca-file",
                        "/nowhere.pem")))
                .findings();

        // Then
        assertThat(findings)
                .extracting(Finding::property)
                .containsExactly(
                        PREFIX + "username",
                        PREFIX + "password",
                        PREFIX + "port",
                        PREFIX + "handled-folder",
                        PREFIX + "ca-file");
    }

    private static byte[] mail(String subject) {
        return ("From: mailer-daemon@example.org\r\nTo: reports@ect.example\r\nSubject: " + subject
                        + "\r\n\r\nHello\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.US_ASCII);
    }

    private static Map<String, String> settings(ReportMailbox mailbox) {
        return new HashMap<>(Map.of(
                PREFIX + "host",
                "127.0.0.1",
                PREFIX + "port",
                Integer.toString(mailbox.port()),
                PREFIX + "username",
                mailbox.username(),
                PREFIX + "password",
                mailbox.password(),
                PREFIX + "ca-file",
                mailbox.caFile().toString(),
                PREFIX + "timeout",
                "5S"));
    }

    private static BounceMailboxConfig config(ReportMailbox mailbox) {
        return config(settings(mailbox));
    }

    private static BounceMailboxConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(BounceMailboxConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(BounceMailboxConfig.class);
    }
}
