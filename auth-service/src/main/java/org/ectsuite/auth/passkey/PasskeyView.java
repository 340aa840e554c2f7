package org.ectsuite.auth.passkey;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A passkey.
 *
 * @param name what its owner calls it
 * @param synced whether it is kept by a service of its maker, too, and outlives the device
 * @param lastUsedAt absent if never
 */
@Schema(name = "Passkey")
record PasskeyView(
        UUID id,
        String name,
        boolean synced,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {

    static PasskeyView of(Passkey row) {
        return new PasskeyView(row.id, row.name, row.backedUp, row.createdAt, row.lastUsedAt);
    }
}
