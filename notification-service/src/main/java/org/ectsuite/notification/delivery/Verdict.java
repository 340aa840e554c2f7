package org.ectsuite.notification.delivery;

import java.time.Instant;
import org.ectsuite.notification.smtp.RelayException;
import org.jspecify.annotations.Nullable;

/** What follows from an attempt. */
sealed interface Verdict {

    /** The relay has it, or the target; {@code address} is null if it is no mail. */
    record Sent(String subject, @Nullable String address) implements Verdict {}

    /** No attempt at all: the mail shall not go there, or not from here. */
    record Suppress(String why) implements Verdict {}

    /** No further attempt: nothing would change. */
    record Bury(String why) implements Verdict {}

    /** No attempt before that time: the recipient wants peace until then. */
    record Wait(Instant until, String why) implements Verdict {}

    /** No attempt of its own: it goes into the recipient's digest at that time. */
    record Collect(Instant at) implements Verdict {}

    /** Another attempt, after a pause that grows with the mail's failures. */
    record TryAgain(String why) implements Verdict {}

    /** Another attempt soon: what was missing is not the mail's fault, and other mails do not miss it. */
    record TryAgainSoon(String why) implements Verdict {}

    /** Another attempt when the lane is open again: no mail gets through at the moment. */
    record PauseLane(RelayException failure) implements Verdict {}

    /** What follows from a failure. */
    static Verdict after(Throwable failure) {
        return switch (failure) {
            case SuppressedException unwanted -> new Suppress(String.valueOf(unwanted.getMessage()));
            case NoRecipientException nobody -> new Bury(String.valueOf(nobody.getMessage()));
            case DirectoryException unknown -> new TryAgainSoon(String.valueOf(unknown.getMessage()));
            case RelayException relay ->
                switch (relay.fault()) {
                    case REFUSED -> new Bury(String.valueOf(relay.getMessage()));
                    case TURNED_AWAY -> new TryAgain(String.valueOf(relay.getMessage()));
                    case UNREACHABLE, LOGIN_REFUSED, UNTRUSTED, SENDER_REFUSED -> new PauseLane(relay);
                };
            // Foreign messages may quote content; the log has the type as well.
            default -> new TryAgain("Failed inside: " + failure.getClass().getSimpleName());
        };
    }
}
