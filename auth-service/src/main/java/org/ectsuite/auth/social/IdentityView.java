package org.ectsuite.auth.social;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An identity at another provider.
 *
 * @param provider as in {@code offered}
 * @param providerName as people know it
 * @param label an address or name there; empty if there is none
 * @param lastUsedAt when its owner last came in by it; absent if never
 */
@Schema(name = "Identity")
record IdentityView(
        UUID id,
        String provider,
        String providerName,
        String label,
        Instant linkedAt,
        @Nullable Instant lastUsedAt) {

    static IdentityView of(IdentityRow row) {
        return new IdentityView(
                row.id, row.provider.id(), row.provider.title(), row.label, row.linkedAt, row.lastUsedAt);
    }
}
