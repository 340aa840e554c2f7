package org.ectsuite.notification.message;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its recipient sees it in the history.
 *
 * @param id id
 * @param kind kind of letter
 * @param subject subject line
 * @param status where it stands
 * @param reason why it was not sent or came back; absent otherwise
 * @param target name of the webhook or ntfy topic it went to; absent if it went by mail
 * @param createdAt when it was accepted
 * @param sentAt when the relay took it over
 */
@Schema(name = "OwnMessage")
record OwnMessageView(
        UUID id,
        String kind,
        String subject,
        MessageStatus status,
        @Nullable String reason,
        @Nullable String target,
        Instant createdAt,
        @Nullable Instant sentAt) {

    static OwnMessageView of(Message message) {
        return new OwnMessageView(
                message.id,
                message.kind.wireName(),
                message.subject,
                message.status,
                reason(message),
                message.targetId == null ? null : message.recipientName,
                message.createdAt,
                message.sentAt);
    }

    /** What a relay said stays between it and administrators; what the recipient chose does not. */
    private static @Nullable String reason(Message message) {
        return switch (message.status) {
            case SUPPRESSED, BOUNCED -> message.lastError;
            case QUEUED, SENDING, SENT, DEFERRED, DEAD, EXPIRED, CANCELLED, COMPLAINED -> null;
        };
    }
}
