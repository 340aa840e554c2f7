package org.ectsuite.notification.message;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** The sealed data of a letter that may still be sent. */
@Entity(name = "MessageContent")
class MessageContent {

    @Id
    UUID messageId;

    byte[] sealed;

    static String context(UUID messageId) {
        return "message:" + messageId;
    }
}
