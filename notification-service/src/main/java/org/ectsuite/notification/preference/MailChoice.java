package org.ectsuite.notification.preference;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether somebody wants mails of a kind, or those of a kind from one list. */
@Entity(name = "MailChoice")
class MailChoice {

    @Id
    UUID id;

    String recipient;
    String kind;
    String listId;

    @Nullable String listName;

    boolean wanted;
    Instant changedAt;

    static MailChoice of(RecipientKey recipient, String kind, String listId, @Nullable String listName) {
        MailChoice choice = new MailChoice();
        choice.id = UuidCreator.getTimeOrderedEpoch();
        choice.recipient = recipient.value();
        choice.kind = kind;
        choice.listId = listId;
        choice.listName = listName;
        return choice;
    }

    Wishes.Choice asChoice() {
        return new Wishes.Choice(kind, listId, wanted);
    }
}
