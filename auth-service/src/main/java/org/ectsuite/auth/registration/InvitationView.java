package org.ectsuite.auth.registration;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as administrators see it.
 *
 * @param inviter who asked, by callsign or name
 * @param sentAt when the newest mail was sent
 */
@Schema(name = "Invitation")
record InvitationView(
        UUID id,
        String email,
        InvitationStatus status,
        @Nullable String inviter,
        Instant createdAt,
        Instant sentAt,
        Instant expiresAt,
        @Nullable Instant acceptedAt) {

    static InvitationView of(Invitation invitation, Instant now) {
        return new InvitationView(
                invitation.id,
                invitation.email,
                InvitationStatus.of(invitation, now),
                invitation.inviter,
                invitation.createdAt,
                invitation.sentAt,
                invitation.expiresAt,
                invitation.acceptedAt);
    }
}
