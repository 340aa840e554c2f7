package org.ectsuite.auth.audit;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.audit.AuditEventView;
import org.jspecify.annotations.Nullable;

/**
 * An audit event as the person sees it whom it concerns. What things were before and after stays with administrators: it may
 * be somebody else's.
 *
 * @param own whether the person did it
 * @param actor who did it, by callsign or name; absent if the person did, or if no name is known
 * @param client the client it was done with
 * @param clientAddress from where; absent if somebody else did it, or the service itself
 */
@Schema(name = "OwnAuditEvent")
record OwnAuditEvent(
        UUID id,
        Instant at,
        String action,
        String objectType,
        String objectId,
        boolean own,
        @Nullable String actor,
        String client,
        @Nullable String clientAddress) {

    private static final String NOWHERE = "-";

    /** As whoever has this subject may see it. */
    static OwnAuditEvent of(AuditEventView event, String subject) {
        boolean own = event.actor().subject().equals(subject);
        String address = event.clientAddress();
        return new OwnAuditEvent(
                event.id(),
                event.at(),
                event.action(),
                event.objectType(),
                event.objectId(),
                own,
                own ? null : shown(event),
                event.actor().client(),
                own && !address.equals(NOWHERE) ? address : null);
    }

    private static @Nullable String shown(AuditEventView event) {
        String callsign = event.actor().callsign();
        if (callsign != null) {
            return callsign;
        }
        String name = event.actor().name();
        return name == null || name.isEmpty() ? null : name;
    }
}
