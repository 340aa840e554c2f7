package org.ectsuite.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row that this relay holds for the time of its lease. */
// The payload is on its way to be opened; these are never compared.
@SuppressWarnings("ArrayRecordComponent")
record ClaimedMail(
        UUID id,
        UUID claim,
        String kind,
        byte[] payload,
        int attempts,
        @Nullable Instant expiresAt) {}
