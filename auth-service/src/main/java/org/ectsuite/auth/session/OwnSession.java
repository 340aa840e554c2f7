package org.ectsuite.auth.session;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sign-in, as its owner sees it.
 *
 * @param method how its owner signed in
 * @param device browser and system in a few fixed words
 * @param address from where it was last used
 * @param endsAt when it ends at the latest, however much it is used
 * @param current whether it is the one that asks
 */
@Schema(name = "Session")
record OwnSession(
        UUID id,
        Method method,
        String device,
        String address,
        Instant createdAt,
        Instant lastUsedAt,
        Instant endsAt,
        boolean current) {

    static OwnSession of(SessionRow row, UUID current) {
        return new OwnSession(
                row.id,
                row.method,
                ClientDescription.of(row.userAgent).text(),
                row.clientAddress,
                row.createdAt,
                row.lastUsedAt,
                row.expiresAt,
                row.id.equals(current));
    }
}
