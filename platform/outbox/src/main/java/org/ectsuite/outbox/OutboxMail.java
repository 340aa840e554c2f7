package org.ectsuite.outbox;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent.
 *
 * @param kind the kind notification-service knows it by, as {@code net-log}; 1 to 100 of {@code a-z 0-9 -}
 * @param recipient whom it is for
 * @param data what the mail says, or what its {@link MailComposer} needs; anything Jackson writes, and read back as
 *     plain JSON: an id comes back as a string, a time as RFC 3339
 * @param expiresAt after this it is of no use and is not sent any more; null for never
 */
public record OutboxMail(
        String kind,
        Recipient recipient,
        Map<String, Object> data,
        @Nullable Instant expiresAt) {

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,99}");

    /** Checks the kind and keeps a copy of the data. */
    public OutboxMail {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("Not the kind of a mail: " + kind);
        }
        Objects.requireNonNull(recipient);
        // Not Map.copyOf: it refuses null values and forgets the order.
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** Names the kind alone: the rest may be secret. */
    @Override
    public String toString() {
        return "OutboxMail[" + kind + "]";
    }
}
