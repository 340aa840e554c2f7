package org.ectsuite.auth.breakglass;

import java.time.Instant;
import org.ectsuite.auth.opaque.OpaqueToken;

/** What comes of asking for a code on the host. */
sealed interface Issue {

    /**
     * Here it is.
     *
     * @param code shown this once
     * @param expiresAt until when it is good
     * @param page where it is typed
     * @param told how many administrators are told of it by mail
     */
    record Issued(OpaqueToken code, Instant expiresAt, String page, int told) implements Issue {}

    /** There is none; nothing was changed. */
    record Refused(Why why) implements Issue {}

    /** Why there is no code. */
    enum Why {
        /** What was typed is no mail address. */
        NO_ADDRESS,
        /** No administrator has this address. */
        NO_ADMINISTRATOR,
        /** The account is suspended: a code resets nothing. */
        SUSPENDED
    }
}
