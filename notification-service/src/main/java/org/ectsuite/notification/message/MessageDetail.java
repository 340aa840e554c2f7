package org.ectsuite.notification.message;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Everything administrators may know of a message; what the letter says is not part of it.
 *
 * @param id id
 * @param kind kind of letter
 * @param recipient as in the list
 * @param recipientUserId the person, if it is for one
 * @param subject subject line
 * @param status where it stands
 * @param attempts how often a worker has taken it
 * @param nextAttemptAt when it is tried next; absent if it is not
 * @param lastError why the last attempt failed
 * @param createdAt when it was accepted
 * @param sentAt when the relay took it over
 * @param lane the queue it stands in
 * @param producer client id of the service that asked for it
 * @param messageId the mail's Message-ID, by which a relay's log can be searched
 * @param expiresAt when it stops being of use; absent if never
 * @param giveUpAt until when it is tried
 * @param attachments the files that go with it
 * @param history its steps, oldest first
 */
record MessageDetail(
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
        @Nullable Instant sentAt,
        Lane lane,
        String producer,
        String messageId,
        @Nullable Instant expiresAt,
        Instant giveUpAt,
        List<File> attachments,
        List<Step> history) {

    /** A file that goes with the message; size in bytes. */
    @Schema(name = "MessageAttachment")
    @RegisterForReflection // Hibernate makes it from a row
    record File(String name, String contentType, int size) {}

    /** A step in the message's life; {@code from} is absent at its acceptance. */
    @Schema(name = "MessageStep")
    record Step(
            @Nullable MessageStatus from,
            MessageStatus to,
            int attempt,
            @Nullable String note,
            Instant at) {

        static Step of(MessageTransition step) {
            return new Step(step.fromStatus, step.toStatus, step.attempt, step.note, step.at);
        }
    }

    static MessageDetail of(Message message, List<File> attachments, List<Step> history) {
        MessageView view = MessageView.of(message);
        return new MessageDetail(
                view.id(),
                view.kind(),
                view.recipient(),
                view.recipientUserId(),
                view.subject(),
                view.status(),
                view.attempts(),
                view.nextAttemptAt(),
                view.lastError(),
                view.createdAt(),
                view.sentAt(),
                message.lane,
                message.producer,
                message.mailId,
                message.expiresAt,
                message.giveUpAt,
                attachments,
                history);
    }
}
