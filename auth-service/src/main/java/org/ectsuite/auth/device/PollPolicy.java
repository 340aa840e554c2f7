package org.ectsuite.auth.device;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What to tell a device that asks whether its owner has agreed (RFC 8628 section 3.5). */
final class PollPolicy {

    private PollPolicy() {}

    /** The answers. */
    enum Answer {
        /** Here are the tokens. */
        GIVE,
        /** Not yet. */
        PENDING,
        /** Not yet, and not so often. */
        SLOW_DOWN,
        /** He does not agree. */
        DENIED,
        /** It has taken too long. */
        EXPIRED,
        /** The tokens were given already. */
        USED
    }

    /**
     * What is known.
     *
     * @param askedAt when the device asked last
     * @param pause how long it must wait between two questions
     */
    record Waiting(
            DeviceState state, Instant expiresAt, @Nullable Instant askedAt, Duration pause) {}

    static Answer answer(Waiting waiting, Instant now) {
        if (waiting.state() == DeviceState.USED) {
            return Answer.USED;
        }
        if (!now.isBefore(waiting.expiresAt())) {
            return Answer.EXPIRED;
        }
        if (waiting.askedAt() != null && now.isBefore(waiting.askedAt().plus(waiting.pause()))) {
            return Answer.SLOW_DOWN;
        }
        return switch (waiting.state()) {
            case PENDING -> Answer.PENDING;
            case REFUSED -> Answer.DENIED;
            case APPROVED -> Answer.GIVE;
            case USED -> Answer.USED;
        };
    }
}
