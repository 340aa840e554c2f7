package org.ectsuite.auth.session;

import java.time.Instant;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.token.AccessToken;

/** What a presented refresh token yields. */
sealed interface Renewal {

    /**
     * New tokens.
     *
     * @param idleUntil until when the refresh token is of use
     */
    record Renewed(AccessToken access, OpaqueToken refresh, Instant idleUntil) implements Renewal {}

    /** There is no such session, or it is over. */
    record NoSession() implements Renewal {}

    /** The token was used before; the session has ended now. */
    record Reused() implements Renewal {}
}
