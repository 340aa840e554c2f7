package org.ectsuite.notification.push;

import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.ectsuite.tokensecurity.startup.Finding;
import org.ectsuite.tokensecurity.startup.GuardedSecret;
import org.ectsuite.tokensecurity.startup.StartupCheck;

/** Refuses to start with settings of targets that cannot be meant. */
@Singleton
class PushStartupCheck implements StartupCheck {

    private final PushConfig config;

    PushStartupCheck(PushConfig config) {
        this.config = config;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try {
            new AddressRule(config.allowedNetworks().orElse(List.of()));
        } catch (IllegalArgumentException e) {
            findings.add(new Finding("ect.notification.push.allowed-networks", String.valueOf(e.getMessage())));
        }
        config.caFile()
                .filter(file -> !Files.isReadable(file))
                .ifPresent(file -> findings.add(
                        new Finding("ect.notification.push.ca-file", "is not a readable PEM file of certificates")));
        return findings;
    }

    @Override
    public List<GuardedSecret> secrets() {
        return List.of();
    }
}
