package org.ectsuite.auth.magiclink;

import java.time.Duration;
import org.ectsuite.auth.opaque.OpaqueToken;

/** What comes of asking for a sign-in mail; nothing in it depends on whether there is such an account. */
sealed interface LinkRequest {

    /**
     * A mail is on its way.
     *
     * @param binder for the browser that asked; without it neither link nor code is worth anything
     * @param life how long they are good for
     */
    record Sent(OpaqueToken binder, Duration life) implements LinkRequest {}

    /** Enough mails went out for now. */
    record Exhausted(Duration pause) implements LinkRequest {}
}
