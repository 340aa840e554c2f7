package org.ectsuite.auth.magiclink;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.signin.Continuation;

/**
 * A request that can still be used.
 *
 * @param email where the mail went
 * @param binderHash hash of the secret that the asking browser holds
 * @param left how long it can be used
 */
// Never compared: an array in a record compares by identity.
@SuppressWarnings("ArrayRecordComponent")
record PendingLink(String email, Continuation continuation, byte[] binderHash, Duration left) {

    /** Whether this browser asked for it. */
    boolean boundTo(Optional<OpaqueToken> binder) {
        return binder.isPresent() && MessageDigest.isEqual(binder.get().hash(), binderHash);
    }

    /** In minutes, rounded up: what the page says. */
    long minutesLeft() {
        return left.plusSeconds(59).toMinutes();
    }
}
