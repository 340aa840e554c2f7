package org.ectsuite.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An audit event as administrators see it.
 *
 * @param id the event's id
 * @param position its place in the trail; gaps are changes that were rolled back
 * @param at when it happened
 * @param actor who acted
 * @param action what was done
 * @param objectType the type of what it was done to
 * @param objectId the id of what it was done to
 * @param before what the object was, null if it was new
 * @param after what the object became, null if it is gone
 * @param clientAddress from where, {@code -} if the service acted by itself
 * @param requestId the request's id, {@code -} likewise
 */
public record AuditEventView(
        UUID id,
        long position,
        Instant at,
        AuditActor actor,
        String action,
        String objectType,
        String objectId,
        @JsonRawValue @Nullable String before,
        @JsonRawValue @Nullable String after,
        String clientAddress,
        String requestId) {

    static AuditEventView of(AuditEvent event) {
        return new AuditEventView(
                event.id(),
                event.position(),
                event.at(),
                event.actor(),
                event.action(),
                event.objectType(),
                event.objectId(),
                event.before(),
                event.after(),
                event.clientAddress(),
                event.requestId());
    }
}
