package org.ectsuite.notification.message;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.ectsuite.tokensecurity.startup.Finding;
import org.ectsuite.tokensecurity.startup.GuardedSecret;
import org.ectsuite.tokensecurity.startup.StartupCheck;

/** Refuses to start with a log that forgets what is still needed. */
@Singleton
class MessageStartupCheck implements StartupCheck {

    /** Outboxes repeat their requests, and servers report mails that came back, for days. */
    private static final Duration SHORTEST = Duration.ofDays(30);

    private final MessageConfig config;

    MessageStartupCheck(MessageConfig config) {
        this.config = config;
    }

    @Override
    public List<Finding> findings() {
        Duration shortest = config.keepDeadContent().compareTo(SHORTEST) > 0 ? config.keepDeadContent() : SHORTEST;
        return config.keepLog().compareTo(shortest) < 0
                ? List.of(new Finding(
                        "ect.notification.message.keep-log",
                        "must be at least 30 days, and not shorter than ect.notification.message.keep-dead-content"))
                : List.of();
    }

    @Override
    public List<GuardedSecret> secrets() {
        return List.of();
    }
}
