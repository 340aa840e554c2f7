package org.ectsuite.notification.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ectsuite.notification.template.MailData;

/**
 * A message that a worker has taken, for as long as its lease runs.
 *
 * @param id the message
 * @param attempt the number of this attempt, from 1; it proves that the worker still holds the message
 * @param failures how many attempts in a row failed for reasons of this mail's own
 * @param mailId value of Message-ID
 * @param createdAt when it was accepted
 * @param destination for whom it is
 * @param data what the letter says
 * @param files what is attached
 */
public record ClaimedMessage(
        UUID id,
        int attempt,
        int failures,
        String mailId,
        Instant createdAt,
        Destination destination,
        MailData data,
        List<File> files) {

    /** A file to attach. */
    public record File(String name, String contentType, byte[] content) {}

    /** Holds the content of a letter: kept out of logs. */
    @Override
    public String toString() {
        return "ClaimedMessage[id=%s, attempt=%d]".formatted(id, attempt);
    }
}
