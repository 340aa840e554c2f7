package org.ectsuite.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the trail, before and after as the JSON text that PostgreSQL gives. */
record AuditEvent(
        long position,
        UUID id,
        Instant at,
        AuditActor actor,
        String action,
        String objectType,
        String objectId,
        @Nullable String before,
        @Nullable String after,
        String clientAddress,
        String requestId) {}
