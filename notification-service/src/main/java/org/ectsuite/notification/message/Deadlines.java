package org.ectsuite.notification.message;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.ectsuite.notification.template.MailKind;

/** Until when a message is tried: by its kind, where there is a setting for it, else by its lane. */
@Singleton
final class Deadlines {

    private final Map<MailKind, Duration> byKind = new EnumMap<>(MailKind.class);
    private final Duration urgent;
    private final Duration bulk;

    Deadlines(MessageConfig config) {
        this.urgent = config.urgentGiveUpAfter();
        this.bulk = config.bulkGiveUpAfter();
        config.giveUpAfter().forEach((name, duration) -> {
            MailKind kind = MailKind.of(name)
                    .orElseThrow(() -> new IllegalStateException(
                            "ect.notification.message.give-up-after.%s: there is no such kind of mail"
                                    .formatted(name)));
            byKind.put(kind, duration);
        });
    }

    /** The end of all attempts at a message that may be sent from {@code due} on. */
    Instant giveUpAt(MailKind kind, Instant due) {
        Duration ofLane = switch (Lane.of(kind)) {
            case URGENT -> urgent;
            case BULK, PUSH -> bulk;
        };
        return due.plus(byKind.getOrDefault(kind, ofLane));
    }
}
