package org.ectsuite.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox hands mails to notification-service. */
@ConfigMapping(prefix = "ect.outbox")
interface OutboxConfig {

    /** Where notification-service is reached from here, with its root path and without a trailing slash. */
    @WithDefault("${ect.notification-url:${ECT_NOTIFICATION_URL:http://127.0.0.1:8084/notification}}")
    String notificationUrl();

    /** How often the relay looks by itself; a commit wakes it at once. */
    @WithDefault("1s")
    Duration pollEvery();

    /** How many mails one replica hands over at the same time. */
    @WithDefault("8")
    int parallel();

    /** How long a mail belongs to the relay that took it; must be longer than composing and handing over may take. */
    @WithDefault("2m")
    Duration lease();

    /** How long notification-service may take to answer. */
    @WithDefault("20s")
    Duration answerWithin();

    /** How long a composer may take. */
    @WithDefault("30s")
    Duration composeWithin();

    /** The wait after the first failure; it doubles with each further one, and a random part of it is left out. */
    @WithDefault("1s")
    Duration firstWait();

    /** The longest wait between two attempts. */
    @WithDefault("5m")
    Duration longestWait();

    /** How long the row of a delivered or expired mail is kept; it holds nothing of the mail's content. */
    @WithDefault("7d")
    Duration keepFinished();

    /** How long a parked mail is kept, with its sealed content, for an operator to send again. */
    @WithDefault("30d")
    Duration keepParked();
}
