package org.ectsuite.notification.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.ectsuite.notification.template.Audience;
import org.ectsuite.notification.template.LetterWriter;
import org.ectsuite.notification.template.MailData;
import org.ectsuite.notification.template.MailDataReader;
import org.ectsuite.notification.template.MailKind;
import org.ectsuite.notification.template.MailList;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Checks requests to send, before anything is stored. */
@ApplicationScoped
class MessageIntake {

    private final MailDataReader reader;
    private final LetterWriter writer;
    private final ObjectMapper mapper;
    private final MessageConfig config;
    private final Clock clock;

    MessageIntake(MailDataReader reader, LetterWriter writer, ObjectMapper mapper, MessageConfig config, Clock clock) {
        this.reader = reader;
        this.writer = writer;
        this.mapper = mapper;
        this.config = config;
        this.clock = clock;
    }

    /** The request as it will be stored; fails with what is wrong with it. */
    Draft check(SendRequest request) {
        MailKind kind = MailKind.of(request.kind())
                .orElseThrow(() -> ProblemException.invalid("kind", "is not a kind of mail that is sent here"));
        checkRecipient(request.recipient());
        checkAttachments(request.files());
        MailData data = reader.read(kind, request.data());
        Instant expiresAt = expiry(request.expiresAt(), data.uselessFrom());
        checkTimes(request.notBefore(), expiresAt);
        Audience audience =
                Audience.of(request.recipient().locale(), request.recipient().zone());
        byte[] json = json(data);
        return new Draft(
                kind,
                request.recipient(),
                data.list().map(MailList::id).orElse(null),
                writer.subject(data, audience),
                json,
                request.files(),
                request.notBefore(),
                expiresAt,
                fingerprint(kind, request, json));
    }

    private static void checkRecipient(SendRequest.Recipient recipient) {
        if ((recipient.userId() == null) == (recipient.address() == null)) {
            throw ProblemException.invalid("recipient", "must have either a userId or an address");
        }
        boolean described = recipient.name() != null || recipient.locale() != null || recipient.zone() != null;
        if (recipient.userId() != null && described) {
            throw ProblemException.invalid(
                    "recipient", "name, locale and zone of a person are not given but looked up");
        }
        if (recipient.zone() != null && !isZone(recipient.zone())) {
            throw ProblemException.invalid("recipient.zone", "is not an IANA time zone");
        }
    }

    private static boolean isZone(String zone) {
        try {
            return ZoneId.of(zone) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void checkAttachments(List<SendRequest.Attachment> attachments) {
        if (attachments.size() > config.maxAttachments()) {
            throw ProblemException.invalid("attachments", "must be at most " + config.maxAttachments());
        }
        long bytes =
                attachments.stream().mapToLong(file -> file.content().length).sum();
        if (bytes > config.maxAttachmentBytes()) {
            throw new ProblemException(
                            MessageProblem.ATTACHMENTS_TOO_LARGE,
                            "The attachments have %d bytes; %d are allowed."
                                    .formatted(bytes, config.maxAttachmentBytes()))
                    .with("limit", config.maxAttachmentBytes());
        }
    }

    private void checkTimes(@Nullable Instant notBefore, @Nullable Instant expiresAt) {
        Instant first = notBefore == null ? clock.instant() : notBefore;
        if (expiresAt != null && !expiresAt.isAfter(first)) {
            throw ProblemException.invalid(
                    "expiresAt", "leaves no time to send: it, or the end of what the letter is for, is past");
        }
    }

    private static @Nullable Instant expiry(@Nullable Instant asked, Optional<Instant> uselessFrom) {
        if (asked == null || uselessFrom.isEmpty()) {
            return uselessFrom.orElse(asked);
        }
        return asked.isBefore(uselessFrom.get()) ? asked : uselessFrom.get();
    }

    private static String fingerprint(MailKind kind, SendRequest request, byte[] json) {
        SendRequest.Recipient recipient = request.recipient();
        Fingerprint fingerprint = new Fingerprint()
                .add(kind)
                .add(recipient.userId())
                .add(recipient.address())
                .add(recipient.name())
                .add(recipient.locale())
                .add(recipient.zone())
                .add(json)
                .add(request.notBefore())
                .add(request.expiresAt());
        for (SendRequest.Attachment file : request.files()) {
            fingerprint.add(file.name()).add(file.contentType()).add(file.content());
        }
        return fingerprint.hex();
    }

    private byte[] json(MailData data) {
        try {
            return mapper.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON can be written as JSON", e);
        }
    }
}
