package org.ectsuite.notification.push;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a target is told.
 *
 * @param id id of the message, the same for each attempt
 * @param kind kind of mail, by its name in the API, or the word test
 * @param at when it was accepted
 * @param subject one line
 * @param text the letter as plain text
 * @param url the page it is about
 * @param urgency how urgent it is
 * @param data the data of the letter; null for a test
 */
public record PushMessage(
        String id,
        String kind,
        Instant at,
        String subject,
        String text,
        String url,
        Urgency urgency,
        @Nullable Object data) {

    /** How urgent a message is. */
    public enum Urgency {
        /** A mailing: priority 3 of ntfy. */
        USUAL,
        /** What goes in the urgent lane: priority 4. */
        URGENT,
        /** An emergency: priority 5. */
        EMERGENCY;

        int ntfyPriority() {
            return switch (this) {
                case USUAL -> 3;
                case URGENT -> 4;
                case EMERGENCY -> 5;
            };
        }
    }

    @Override
    public String toString() {
        return "PushMessage[id=%s]".formatted(id);
    }
}
