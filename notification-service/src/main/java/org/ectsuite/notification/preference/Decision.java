package org.ectsuite.notification.preference;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a recipient's wishes mean for a mail. */
public sealed interface Decision {

    /**
     * Send it.
     *
     * @param unsubscribe the address by which the recipient stops mails like it; null if nobody can do without it
     */
    record Send(@Nullable String unsubscribe) implements Decision {}

    /** Do not send it. */
    record Keep(String why) implements Decision {}

    /** Put it into the recipient's digest at that time. */
    record Collect(Instant at) implements Decision {}

    /** Send it later. */
    record Wait(Instant until, String why) implements Decision {}
}
