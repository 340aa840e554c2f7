package org.ectsuite.notification.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ectsuite.notification.template.MailKind;
import org.jspecify.annotations.Nullable;

/**
 * A request to send that was checked and can be stored.
 *
 * @param kind kind of letter
 * @param recipient who gets it
 * @param listId what it is about, where one can stop mails about it; null if it is for one person alone
 * @param subject subject line
 * @param data the record of the kind as JSON
 * @param files attachments
 * @param notBefore not to be sent earlier
 * @param expiresAt not to be sent later
 * @param fingerprint SHA-256 of all of this, in hexadecimal
 */
record Draft(
        MailKind kind,
        SendRequest.Recipient recipient,
        @Nullable String listId,
        String subject,
        byte[] data,
        List<SendRequest.Attachment> files,
        @Nullable Instant notBefore,
        @Nullable Instant expiresAt,
        String fingerprint) {

    /** The person, if it is for one. */
    @Nullable UUID userId() {
        return recipient.userId();
    }

    /** Holds the content of a letter: kept out of logs. */
    @Override
    public String toString() {
        return "Draft[kind=%s]".formatted(kind);
    }
}
