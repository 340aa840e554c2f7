package org.ectsuite.notification.smtp;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ectsuite.tokensecurity.startup.Finding;
import org.ectsuite.tokensecurity.startup.GuardedSecret;
import org.ectsuite.tokensecurity.startup.StartupCheck;

/** Refuses to start with a relay that mail cannot be handed to. */
@Singleton
class SmtpStartupCheck implements StartupCheck {

    private final SmtpConfig config;

    SmtpStartupCheck(SmtpConfig config) {
        this.config = config;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (MailAddress.parse(config.from()).isEmpty()) {
            findings.add(new Finding(
                    "ect.notification.smtp.from (ECT_MAIL_FROM)",
                    "is no mail address; write Name <address> or an address alone"));
        }
        config.caFile()
                .filter(file -> !isCertificates(file))
                .ifPresent(file -> findings.add(new Finding(
                        "ect.notification.smtp.ca-file (ECT_SMTP_CA_FILE)",
                        "is not a readable PEM file of certificates")));
        DkimKey.complaint(config.dkim())
                .ifPresent(complaint -> findings.add(new Finding("ect.notification.smtp.dkim", complaint)));
        config.bounceAddress()
                .filter(address -> MailAddress.parse(address).isEmpty())
                .ifPresent(address ->
                        findings.add(new Finding("ect.notification.smtp.bounce-address", "is no mail address")));
        if (config.port() < 1 || config.port() > 65_535) {
            findings.add(new Finding("ect.notification.smtp.port (ECT_SMTP_PORT)", "is no port"));
        }
        return findings;
    }

    @Override
    public List<GuardedSecret> secrets() {
        return List.of(new GuardedSecret(
                "ect.notification.smtp.password (ECT_SMTP_PASSWORD)", config.password(), GuardedSecret.FOREIGN));
    }

    private static boolean isCertificates(Path file) {
        try {
            return Files.readString(file).contains("-----BEGIN CERTIFICATE-----");
        } catch (IOException e) {
            return false;
        }
    }
}
