package org.ectsuite.notification.message;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file attached to a message; its sealed content goes when the message cannot be sent any more. */
@Entity(name = "MessageAttachment")
class MessageAttachment {

    @Id
    UUID id;

    UUID messageId;
    int position;
    String name;
    String contentType;
    int size;
    byte @Nullable [] sealed;

    static String context(UUID id) {
        return "attachment:" + id;
    }
}
