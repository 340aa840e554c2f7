package org.ectsuite.audit;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The filters of the audit trail, as query parameters; all that are given must fit. */
public class AuditQuery {

    @QueryParam("q")
    @Size(max = 100) @Parameter(description = "A part of the action, of the object's id or of the actor's name, whatever the case")
    @Nullable String q;

    @QueryParam("actor")
    @Size(max = 200) @Parameter(description = "Who acted: the subject or the callsign")
    @Nullable String actor;

    @QueryParam("action")
    @Size(max = 100) @Nullable String action;

    @QueryParam("objectType")
    @Size(max = 100) @Nullable String objectType;

    @QueryParam("objectId")
    @Size(max = 200) @Nullable String objectId;

    @QueryParam("address")
    @Size(max = 64) @Parameter(description = "The client address")
    @Nullable String address;

    @QueryParam("from")
    @Size(max = 40) @Parameter(description = "At this time or later")
    @Nullable String from;

    @QueryParam("to")
    @Size(max = 40) @Parameter(description = "Before this time")
    @Nullable String to;

    @QueryParam("cursor")
    @Parameter(description = "Continues a list")
    @Nullable String cursor;

    @Nullable String cursor() {
        return cursor;
    }

    AuditFilter filter() {
        return filter(cursor);
    }

    /** The same, continued after another page. */
    AuditFilter filter(@Nullable String after) {
        return new AuditFilter()
                .text(q)
                .actor(actor)
                .equal("action", action)
                .equal("object_type", objectType)
                .equal("object_id", objectId)
                .equal("client_address", address)
                .from(from)
                .to(to)
                .after(after);
    }
}
