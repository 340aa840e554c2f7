package org.ectsuite.auth.emailchange;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The change of address that waits for its confirmation.
 *
 * @param email the new address; absent if no change is under way
 * @param expiresAt until when it can be confirmed
 */
@Schema(name = "EmailChange")
record OwnEmailChange(@Nullable String email, @Nullable Instant expiresAt) {

    static final OwnEmailChange NONE = new OwnEmailChange(null, null);

    static OwnEmailChange of(EmailChange change) {
        return new OwnEmailChange(change.newEmail, change.expiresAt);
    }
}
