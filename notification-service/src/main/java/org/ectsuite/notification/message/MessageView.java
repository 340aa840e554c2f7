package org.ectsuite.notification.message;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message as administrators see it in the list.
 *
 * @param id id
 * @param kind kind of letter
 * @param recipient the address; {@code person <start of the id>} as long as a person's address has not been asked for; the
 *     name of a target that is no mail address
 * @param recipientUserId the person, if it is for one
 * @param subject subject line
 * @param status where it stands
 * @param attempts how often a worker has taken it
 * @param nextAttemptAt when it is tried next; absent if it is not
 * @param lastError why the last attempt failed
 * @param createdAt when it was accepted
 * @param sentAt when the relay took it over
 */
@Schema(name = "Message")
record MessageView(
        UUID id,
        String kind,
        String recipient,
        @Nullable UUID recipientUserId,
        String subject,
        MessageStatus status,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastError,
        Instant createdAt,
        @Nullable Instant sentAt) {

    static MessageView of(Message message) {
        return new MessageView(
                message.id,
                message.kind.wireName(),
                recipient(message),
                message.recipientUserId,
                message.subject,
                message.status,
                message.attempts,
                nextAttempt(message),
                message.lastError,
                message.createdAt,
                message.sentAt);
    }

    private static String recipient(Message message) {
        if (message.targetId != null) {
            return String.valueOf(message.recipientName);
        }
        if (message.recipientAddress != null) {
            return message.recipientAddress;
        }
        return "person " + String.valueOf(message.recipientUserId).substring(0, 8);
    }

    private static @Nullable Instant nextAttempt(Message message) {
        return switch (message.status) {
            case QUEUED, DEFERRED -> message.dueAt;
            case SENDING, SENT, DEAD, SUPPRESSED, EXPIRED, CANCELLED, BOUNCED, COMPLAINED -> null;
        };
    }
}
