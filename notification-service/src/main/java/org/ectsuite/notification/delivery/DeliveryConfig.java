package org.ectsuite.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How mails are taken from the queue and handed over. */
@ConfigMapping(prefix = "ect.notification.delivery")
interface DeliveryConfig {

    /** Whether mail leaves at all. If not, every message is marked as suppressed, and nobody is connected to. */
    @WithDefault("true")
    boolean enabled();

    /**
     * Who may get mail, as addresses and as {@code @domain}, separated by commas; everybody if absent. For installations
     * that are tried out with real data: what is for others is marked as suppressed.
     */
    Optional<List<String>> allowedRecipients();

    /** How many mails that somebody waits for are handed over at the same time, each over a connection of its own. */
    @WithDefault("4")
    @WithName("urgent.workers")
    int urgentWorkers();

    /** How many mails of mailings are handed over at the same time, each over a connection of its own. */
    @WithDefault("8")
    @WithName("bulk.workers")
    int bulkWorkers();

    /** How many messages to webhooks and ntfy are under way at the same time. */
    @WithDefault("4")
    @WithName("push.workers")
    int pushWorkers();

    /**
     * For how long a claimed message belongs to its worker: longer than an attempt can take. If the worker dies, another
     * tries the message after this time.
     */
    @WithDefault("3M")
    Duration lease();

    /** How often workers look for due messages when nothing woke them. */
    @WithDefault("1S")
    Duration pollInterval();
}
