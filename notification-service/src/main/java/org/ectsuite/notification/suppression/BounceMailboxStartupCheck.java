package org.ectsuite.notification.suppression;

import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.ectsuite.tokensecurity.startup.Finding;
import org.ectsuite.tokensecurity.startup.GuardedSecret;
import org.ectsuite.tokensecurity.startup.StartupCheck;

/** Refuses to start with a mailbox that nobody can sign in to. */
@Singleton
class BounceMailboxStartupCheck implements StartupCheck {

    private static final String PREFIX = "ect.notification.bounce-mailbox.";

    private final BounceMailboxConfig config;

    BounceMailboxStartupCheck(BounceMailboxConfig config) {
        this.config = config;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (config.host().isEmpty()) {
            return findings;
        }
        if (config.username().isEmpty()) {
            findings.add(new Finding(PREFIX + "username", "is missing"));
        }
        if (config.password().isEmpty()) {
            findings.add(new Finding(PREFIX + "password", "is missing"));
        }
        if (ImapInbox.port(config) < 1 || ImapInbox.port(config) > 65_535) {
            findings.add(new Finding(PREFIX + "port", "is no port"));
        }
        if (config.folder().equals(config.handledFolder())) {
            findings.add(new Finding(PREFIX + "handled-folder", "must not be the folder in which reports arrive"));
        }
        config.caFile()
                .filter(file -> !Files.isReadable(file))
                .ifPresent(file ->
                        findings.add(new Finding(PREFIX + "ca-file", "is not a readable PEM file of certificates")));
        return findings;
    }

    @Override
    public List<GuardedSecret> secrets() {
        List<GuardedSecret> secrets = new ArrayList<>();
        config.password()
                .ifPresent(password ->
                        secrets.add(new GuardedSecret(PREFIX + "password", password, GuardedSecret.FOREIGN)));
        return secrets;
    }
}
