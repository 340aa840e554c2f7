package org.ectsuite.notification.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Map;

/** What is accepted, and for how long it is tried. */
@ConfigMapping(prefix = "ect.notification.message")
interface MessageConfig {

    /** How many files may be attached to one message. */
    @WithDefault("10")
    int maxAttachments();

    /** How many bytes all files of one message may have together; base64 makes a third more of them in the request. */
    @WithDefault("10485760")
    int maxAttachmentBytes();

    /** How long a message that somebody waits for is tried, counted from its not-before time. */
    @WithDefault("1H")
    @WithName("urgent.give-up-after")
    Duration urgentGiveUpAfter();

    /** How long a message of a mailing is tried, counted from its not-before time. */
    @WithDefault("3D")
    @WithName("bulk.give-up-after")
    Duration bulkGiveUpAfter();

    /** The same for single kinds, by the kind's name: {@code give-up-after.net-log=2D}. */
    Map<String, Duration> giveUpAfter();

    /** How long after it was accepted a dead message can still be retried; then its content is dropped. */
    @WithDefault("30D")
    Duration keepDeadContent();

    /**
     * How long after it was accepted a message stays in the log when nothing more happens to it. A request that repeats
     * an older one is a new one.
     */
    @WithDefault("365D")
    Duration keepLog();
}
