package org.ectsuite.notification.smtp;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation with the relay went, up to the point where a mail would begin; none is sent.
 *
 * @param at when it began
 * @param relay host and port
 * @param works whether mail would be taken
 * @param steps what was done, in order; the last is the one that failed if it does not work
 */
@Schema(name = "RelayReport")
public record RelayReport(Instant at, String relay, boolean works, List<Step> steps) {

    /**
     * A step of the conversation.
     *
     * @param name what it is about
     * @param said what we said, with secrets left out; absent where nothing is said
     * @param answered what the relay answered, line by line
     * @param works whether that is as it should be
     * @param meaning what it means, in words for people
     */
    @Schema(name = "RelayStep")
    public record Step(Name name, @Nullable String said, List<String> answered, boolean works, String meaning) {}

    /** The steps there are. */
    @Schema(name = "RelayStepName")
    public enum Name {
        /** A connection to the port. */
        CONNECT,
        /** The relay introduces itself. */
        GREETING,
        /** We introduce ourselves, and learn what the relay can do. */
        HELLO,
        /** We ask for encryption. */
        STARTTLS,
        /** The connection is encrypted, and the certificate checked. */
        TLS,
        /** We sign in. */
        LOGIN,
        /** We name the sender of a mail. */
        SENDER
    }
}
