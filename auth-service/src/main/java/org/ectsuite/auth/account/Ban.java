package org.ectsuite.auth.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A suspension: while it lasts, nobody signs in to the account and nothing issued to it is accepted.
 *
 * @param reason for administrators and for the one it concerns, at most 500 characters
 * @param since when it was spoken
 * @param until when it ends by itself; null if it does not
 */
public record Ban(String reason, Instant since, @Nullable Instant until) {

    public boolean inForce(Instant now) {
        return until == null || now.isBefore(until);
    }
}
