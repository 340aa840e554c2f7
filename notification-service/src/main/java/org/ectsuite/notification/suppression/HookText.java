package org.ectsuite.notification.suppression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is taken out of a provider's report: an id of ours, and bounded lines. */
final class HookText {

    static final int STATUS_LENGTH = 20;
    static final int DIAGNOSTIC_LENGTH = 300;

    /** The Message-ID that we gave the mail, with or without its angle brackets. */
    private static final Pattern MESSAGE_ID =
            Pattern.compile("<?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})@[^>\\s]{1,255}>?");

    private HookText() {}

    /**
     * The message of a Message-ID.
     *
     * @throws IllegalArgumentException if it is none of ours
     */
    static UUID message(String messageId) {
        Matcher matcher = MESSAGE_ID.matcher(messageId.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a Message-ID of ours");
        }
        return UUID.fromString(matcher.group(1));
    }

    /** A text on one line, cut to the length; null if it is missing. */
    static @Nullable String line(JsonNode text, int length) {
        if (!text.isValueNode() || text.isNull()) {
            return null;
        }
        String line = text.asText().replaceAll("[\\p{Cc}\\s]+", " ").strip();
        return line.isEmpty() ? null : line.substring(0, Math.min(length, line.length()));
    }
}
