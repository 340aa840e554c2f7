package org.ectsuite.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How mails are taken from the queue and handed over. */
@ConfigMapping(prefix = "ect.notification.delivery")
interface DeliveryConfig {

    /** How many mails that somebody waits for are handed over at the same time, each over a connection of its own. */
    @WithDefault("4")
    @WithName("urgent.workers")
    int urgentWorkers();

    /** How many mails of mailings are handed over at the same time, each over a connection of its own. */
    @WithDefault("8")
    @WithName("bulk.workers")
    int bulkWorkers();

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
