package org.ectsuite.notification.suppression;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Reports on mail that providers post to us; a provider without a secret is unknown. */
@ConfigMapping(prefix = "ect.notification.bounce-hooks")
interface BounceHookConfig {

    /**
     * Secret with which programs sign as Standard Webhooks has it: {@code whsec_} and at least 24 random bytes in base64. Their
     * reports come to {@code /notification/bounces/hooks/standard}.
     */
    Optional<String> standardSecret();

    /** Webhook signing key of Mailgun, whose reports come to {@code /notification/bounces/hooks/mailgun}. */
    Optional<String> mailgunSigningKey();

    /** How far the time in a signature may be from ours. */
    @WithDefault("5M")
    Duration tolerance();
}
