package org.ectsuite.ectlog.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When people are reminded of nets that were announced. */
@ConfigMapping(prefix = "ect.ectlog.reminders")
interface ReminderConfig {

    /** How long before the net its net control stations are reminded, separated by commas; never if empty. */
    @WithDefault("24H,1H")
    Optional<List<Duration>> netControl();

    /** How long before the net its loggers and relays are reminded, separated by commas; never if empty. */
    @WithDefault("24H,1H")
    Optional<List<Duration>> staff();

    /** How long before the net those who follow it are reminded, separated by commas; never if empty. */
    @WithDefault("1H")
    Optional<List<Duration>> followers();

    /** How often is looked for reminders that are due. */
    @WithDefault("10s")
    Duration lookEvery();
}
