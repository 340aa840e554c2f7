package org.ectsuite.notification.smtp;

import java.time.Instant;
import java.util.List;

/**
 * A mail on its way to the relay.
 *
 * @param messageId the value of Message-ID, the same at every attempt
 * @param to the one recipient
 * @param date the value of Date
 * @param subject one line
 * @param text plain text
 * @param html the same as HTML
 * @param attachments files
 */
public record OutgoingMail(
        String messageId,
        MailAddress to,
        Instant date,
        String subject,
        String text,
        String html,
        List<File> attachments) {

    /** A file that goes with the mail; the name is ASCII. */
    public record File(String name, String contentType, byte[] content) {}

    /** May hold a credential: kept out of logs. */
    @Override
    public String toString() {
        return "OutgoingMail[messageId=%s]".formatted(messageId);
    }
}
