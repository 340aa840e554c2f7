package org.ectsuite.testsupport;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A mail as an SMTP server got it: the envelope, how it came in, and the parsed message.
 *
 * @param envelopeSender the address of {@code MAIL FROM}; empty for a bounce
 * @param envelopeRecipients the addresses of {@code RCPT TO}
 * @param encrypted whether the connection was encrypted when the mail came in
 * @param authenticatedAs who had signed in, if anybody
 * @param raw the message as transferred
 * @param subject the decoded subject
 * @param text the first plain-text body, or empty
 * @param html the first HTML body, or empty
 * @param attachments parts that carry a file name
 */
public record ReceivedMail(
        String envelopeSender,
        List<String> envelopeRecipients,
        boolean encrypted,
        Optional<String> authenticatedAs,
        String raw,
        String subject,
        String text,
        String html,
        List<Attachment> attachments) {

    /** A file that came with a mail. */
    public record Attachment(String name, String contentType, byte[] content) {
        /** The content read as UTF-8. */
        public String asText() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /** The only recipient of the envelope. */
    public String recipient() {
        if (envelopeRecipients.size() != 1) {
            throw new IllegalStateException("recipients: " + envelopeRecipients);
        }
        return envelopeRecipients.getFirst();
    }

    /** The raw values of a header field, in order. */
    public List<String> header(String name) {
        var values = message(raw.getBytes(StandardCharsets.ISO_8859_1));
        try {
            var found = values.getHeader(name);
            return found == null ? List.of() : List.of(found);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a mail as it was transferred. */
    public static ReceivedMail parse(
            String sender, List<String> recipients, boolean encrypted, Optional<String> user, byte[] bytes) {
        var message = message(bytes);
        var bodies = new Bodies();
        try {
            bodies.collect(message);
            return new ReceivedMail(
                    sender,
                    List.copyOf(recipients),
                    encrypted,
                    user,
                    new String(bytes, StandardCharsets.ISO_8859_1),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    bodies.text,
                    bodies.html,
                    List.copyOf(bodies.attachments));
        } catch (MessagingException e) {
            throw new IllegalArgumentException("not a mail", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MimeMessage message(byte[] bytes) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        } catch (MessagingException e) {
            throw new IllegalArgumentException("not a mail", e);
        }
    }

    /** What a walk over the parts of a message finds. */
    private static final class Bodies {
        private String text = "";
        private String html = "";
        private final List<Attachment> attachments = new ArrayList<>();

        void collect(Part part) throws MessagingException, IOException {
            @Nullable String fileName = part.getFileName();
            if (fileName != null) {
                var type = part.getContentType();
                int semicolon = type.indexOf(';');
                attachments.add(new Attachment(
                        MimeUtility.decodeText(fileName),
                        semicolon < 0 ? type : type.substring(0, semicolon),
                        part.getInputStream().readAllBytes()));
            } else if (part.isMimeType("multipart/*")) {
                var parts = (Multipart) part.getContent();
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart child = parts.getBodyPart(i);
                    collect(child);
                }
            } else if (part.isMimeType("text/html") && html.isEmpty()) {
                html = String.valueOf(part.getContent());
            } else if (part.isMimeType("text/plain") && text.isEmpty()) {
                text = String.valueOf(part.getContent());
            }
        }
    }
}
