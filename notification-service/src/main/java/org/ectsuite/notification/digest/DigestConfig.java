package org.ectsuite.notification.digest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The daily report on mail that failed. */
@ConfigMapping(prefix = "ect.notification.digest")
interface DigestConfig {

    /** Addresses that get the report, separated by commas; nobody if absent. Nothing is sent on days without failures. */
    Optional<List<String>> to();

    /** When the report of the last 24 hours is sent, as a cron expression in UTC. */
    @WithDefault("0 0 6 * * ?")
    String at();
}
