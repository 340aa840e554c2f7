package org.ectsuite.notification.message;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step in the life of a message. */
@Entity(name = "MessageTransition")
class MessageTransition {

    private static final int NOTE_LIMIT = 500;

    @Id
    UUID id;

    UUID messageId;

    @Enumerated(EnumType.STRING)
    @Nullable MessageStatus fromStatus;

    @Enumerated(EnumType.STRING)
    MessageStatus toStatus;

    int attempt;

    @Nullable String note;

    Instant at;

    static MessageTransition of(Message message, @Nullable MessageStatus from, Instant at, @Nullable String note) {
        MessageTransition step = new MessageTransition();
        step.id = UuidCreator.getTimeOrderedEpoch();
        step.messageId = message.id;
        step.fromStatus = from;
        step.toStatus = message.status;
        step.attempt = message.attempts;
        step.note = note == null ? null : note.substring(0, Math.min(NOTE_LIMIT, note.length()));
        step.at = at;
        return step;
    }
}
