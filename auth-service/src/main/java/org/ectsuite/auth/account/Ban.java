package org.ectsuite.auth.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A suspension, or another reason why an account is closed: while it lasts, nobody signs in to the account and nothing issued
 * to it is accepted.
 *
 * @param kind why
 * @param reason for administrators and for the one it concerns, at most 500 characters
 * @param since when it was spoken
 * @param until when it ends by itself; null if it does not
 */
public record Ban(
        Closing kind,
        String reason,
        Instant since,
        @Nullable Instant until) {

    public boolean inForce(Instant now) {
        return until == null || now.isBefore(until);
    }
}
