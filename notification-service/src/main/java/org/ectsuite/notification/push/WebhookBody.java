package org.ectsuite.notification.push;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is posted to a webhook.
 *
 * @param type kind of mail
 * @param timestamp when the message was accepted
 * @param data what it says
 */
@RegisterForReflection
record WebhookBody(String type, Instant timestamp, Data data) {

    /**
     * What the message says.
     *
     * @param subject one line
     * @param text the letter as plain text
     * @param url the page it is about
     * @param urgency USUAL, URGENT or EMERGENCY
     * @param letter the members that the letter was written from
     */
    @RegisterForReflection
    record Data(
            String subject,
            String text,
            String url,
            PushMessage.Urgency urgency,
            @Nullable Object letter) {}
}
