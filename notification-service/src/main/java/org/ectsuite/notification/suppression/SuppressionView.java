package org.ectsuite.notification.suppression;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An address that gets no mail.
 *
 * @param id id of the entry
 * @param address the address, in lower case
 * @param reason why
 * @param note what the server or the administrator said
 * @param createdAt since when
 * @param expiresAt until when; absent if for good
 */
@Schema(name = "Suppression")
record SuppressionView(
        UUID id,
        String address,
        SuppressionReason reason,
        @Nullable String note,
        Instant createdAt,
        @Nullable Instant expiresAt) {

    static SuppressionView of(Suppression entry) {
        return new SuppressionView(entry.id, entry.address, entry.reason, entry.note, entry.createdAt, entry.expiresAt);
    }
}
