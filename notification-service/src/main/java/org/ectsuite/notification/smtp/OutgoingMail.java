package org.ectsuite.notification.smtp;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail on its way to the relay.
 *
 * @param messageId the value of Message-ID, the same at every attempt
 * @param to the one recipient
 * @param date the value of Date
 * @param subject one line
 * @param text plain text
 * @param html the same as HTML
 * @param unsubscribe the https address that stops mails like this one by one POST (RFC 8058); null for none
 * @param attachments files
 */
public record OutgoingMail(
        String messageId,
        MailAddress to,
        Instant date,
        String subject,
        String text,
        String html,
        @Nullable String unsubscribe,
        List<File> attachments) {

    /** A file that goes with the mail; the name is ASCII. */
    public record File(String name, String contentType, byte[] content) {}

    /** May hold a credential: kept out of logs. */
    @Override
    public String toString() {
        return "OutgoingMail[messageId=%s]".formatted(messageId);
    }
}
