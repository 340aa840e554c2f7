package org.ectsuite.notification.message;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.ectsuite.notification.template.MailKind;
import org.jspecify.annotations.Nullable;

/** A message in the queue or in the log. */
@Entity(name = "Message")
class Message {

    @Id
    UUID id;

    String producer;
    String idempotencyKey;
    String fingerprint;

    @Enumerated(EnumType.STRING)
    MailKind kind;

    @Enumerated(EnumType.STRING)
    Lane lane;

    @Enumerated(EnumType.STRING)
    MessageStatus status;

    @Nullable UUID recipientUserId;

    @Nullable String recipientAddress;

    @Nullable String recipientName;

    @Nullable String recipientLocale;

    @Nullable String recipientZone;

    @Nullable UUID targetId;

    @Nullable String listId;

    @Nullable Instant digestAt;

    @Nullable UUID digestId;

    String subject;
    String mailId;
    int attempts;
    int failures;
    Instant dueAt;

    @Nullable Instant expiresAt;

    Instant giveUpAt;

    @Nullable String lastError;

    Instant createdAt;

    @Nullable Instant sentAt;

    /** Takes the step of the state machine and says in the log that it did. */
    MessageTransition happen(MessageEvent event, Instant now, @Nullable String note) {
        MessageStatus before = status;
        status = MessageLifecycle.after(before, event);
        return MessageTransition.of(this, before, now, note);
    }

    /** Whether its time is over. */
    boolean expired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }
}
