package org.ectsuite.notification.preference;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way out of a list, the same in all its mails to one recipient; the token is kept sealed, and found by its hash. */
@Entity(name = "UnsubscribeLink")
class UnsubscribeLink {

    @Id
    UUID id;

    String recipient;
    String kind;
    String listId;

    @Nullable String listName;

    String tokenHash;
    byte[] sealed;
    Instant createdAt;

    static String context(UUID id) {
        return "unsubscribe:" + id;
    }
}
