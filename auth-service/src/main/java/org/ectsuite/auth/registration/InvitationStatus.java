package org.ectsuite.auth.registration;

import java.time.Instant;

/** What became of an invitation. */
public enum InvitationStatus {
    /** It can be accepted. */
    PENDING,
    /** Whoever was invited has an account. */
    ACCEPTED,
    /** An administrator took it back. */
    REVOKED,
    /** Its time is over. */
    EXPIRED;

    /** What its row says. */
    Invitation.State state() {
        return switch (this) {
            case PENDING, EXPIRED -> Invitation.State.PENDING;
            case ACCEPTED -> Invitation.State.ACCEPTED;
            case REVOKED -> Invitation.State.REVOKED;
        };
    }

    static InvitationStatus of(Invitation invitation, Instant now) {
        return switch (invitation.state) {
            case PENDING -> now.isBefore(invitation.expiresAt) ? PENDING : EXPIRED;
            case ACCEPTED -> ACCEPTED;
            case REVOKED -> REVOKED;
        };
    }
}
