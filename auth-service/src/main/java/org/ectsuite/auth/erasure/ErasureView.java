package org.ectsuite.auth.erasure;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account is to be erased.
 *
 * @param dueAt until when it can be taken back; absent if nobody asked for it, and so the other
 */
@Schema(name = "Erasure")
record ErasureView(@Nullable Instant requestedAt, @Nullable Instant dueAt) {

    static final ErasureView NONE = new ErasureView(null, null);

    static ErasureView of(Erasure row) {
        return new ErasureView(row.requestedAt, row.dueAt);
    }
}
