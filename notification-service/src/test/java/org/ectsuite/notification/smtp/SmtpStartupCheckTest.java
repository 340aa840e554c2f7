package org.ectsuite.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.ectsuite.tokensecurity.startup.Finding;
import org.ectsuite.tokensecurity.startup.GuardedSecret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpStartupCheckTest {

    @TempDir
    Path folder;

    @Test
    void finds_nothing_wrong_with_a_sound_relay() throws IOException {
        // Given
        Path certificates = Files.writeString(folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\n");

        // Then
        assertThat(check("ECT <a@b.example>", 587, Optional.of(certificates)).findings())
                .isEmpty();
        assertThat(check("a@b.example", 465, Optional.empty()).findings()).isEmpty();
    }

    @Test
    void names_every_property_that_is_wrong_and_no_value() throws IOException {
        // Given
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");

        // When
        var ofEmpty = check("nobody", 0, Optional.of(empty)).findings();
        var ofMissing = check("a@b.example", 587, Optional.of(folder.resolve("missing.pem")))
                .findings();

        // Then
        assertThat(ofEmpty)
                .extracting(Finding::property)
                .containsExactlyInAnyOrder(
                        "ect.notification.smtp.from (ECT_MAIL_FROM)",
                        "ect.notification.smtp.ca-file (ECT_SMTP_CA_FILE)",
                        "ect.notification.smtp.port (ECT_SMTP_PORT)");
        assertThat(ofEmpty).noneMatch(finding -> finding.message().contains("nobody"));
        assertThat(ofMissing)
                .extracting(Finding::property)
                .containsExactly("ect.notification.smtp.ca-file (ECT_SMTP_CA_FILE)");
    }

    @Test
    void has_the_password_examined() {
        assertThat(check("a@b.example", 587, Optional.empty()).secrets())
                .singleElement()
                .satisfies(secret -> {
                    assertThat(secret.value()).isEqualTo("password-of-the-relay");
                    assertThat(secret.minimumBytes()).isEqualTo(GuardedSecret.FOREIGN);
                });
    }

    private static SmtpStartupCheck check(String from, int port, Optional<Path> caFile) {
        return new SmtpStartupCheck(new RelaySettings(
                "mail.example.org",
                port,
                SmtpConfig.Tls.STARTTLS,
                "user",
                "password-of-the-relay",
                caFile,
                from,
                Optional.empty(),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1)));
    }
}
