package org.ectsuite.local;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One caught mail, taken apart for reading.
 *
 * @param id names the mail in the mailbox's addresses; ids sort by time of arrival
 * @param text the plain-text part, empty if there is none
 * @param html the HTML part, empty if there is none
 */
record CaughtMail(
        String id,
        String from,
        List<String> to,
        String subject,
        String messageId,
        Instant receivedAt,
        String text,
        String html,
        List<Attachment> attachments) {

    /** A file that came with a mail. */
    record Attachment(String name, String contentType, byte[] content) {}

    static CaughtMail parse(String id, Instant receivedAt, byte[] raw) {
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            Parts parts = new Parts();
            parts.collect(message);
            return new CaughtMail(
                    id,
                    addresses(message.getFrom()).stream().findFirst().orElse(""),
                    addresses(message.getRecipients(Message.RecipientType.TO)),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    Objects.requireNonNullElse(message.getMessageID(), ""),
                    receivedAt,
                    parts.text.toString(),
                    parts.html.toString(),
                    List.copyOf(parts.attachments));
        } catch (MessagingException | IOException e) {
            // Still shown: a mail that cannot be read is just what somebody looks for in a mailbox.
            return new CaughtMail(
                    id,
                    "",
                    List.of(),
                    "(unreadable mail)",
                    "",
                    receivedAt,
                    String.valueOf(e.getMessage()),
                    "",
                    List.of());
        }
    }

    private static List<String> addresses(jakarta.mail.Address @Nullable [] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses).map(Object::toString).toList();
    }

    private static final class Parts {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<Attachment> attachments = new ArrayList<>();

        private void collect(Part part) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*")) {
                Multipart multipart = (Multipart) part.getContent();
                for (int i = 0; i < multipart.getCount(); i++) {
                    BodyPart child = multipart.getBodyPart(i);
                    collect(child);
                }
            } else if (part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                try (InputStream in = part.getInputStream()) {
                    attachments.add(new Attachment(
                            Objects.requireNonNullElse(part.getFileName(), "attachment"),
                            part.getContentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
                            in.readAllBytes()));
                }
            } else if (part.isMimeType("text/html")) {
                html.append(part.getContent());
            } else if (part.isMimeType("text/*")) {
                text.append(part.getContent());
            }
        }
    }
}
