package org.ectsuite.audit;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.page.PageLimit;
import org.jspecify.annotations.Nullable;

/** The audit trail for administrators: reading and verifying. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class AuditResource {

    private final AuditReader reader;
    private final AuditVerifier verifier;

    AuditResource(AuditReader reader, AuditVerifier verifier) {
        this.reader = reader;
        this.verifier = verifier;
    }

    /** Events that fit all given filters, newest first. */
    @GET
    public Uni<Page<AuditEventView>> list(
            @QueryParam("actor") @Size(max = 200) @Nullable String actor,
            @QueryParam("action") @Size(max = 100) @Nullable String action,
            @QueryParam("objectType") @Size(max = 100) @Nullable String objectType,
            @QueryParam("objectId") @Size(max = 200) @Nullable String objectId,
            @QueryParam("from") @Size(max = 40) @Nullable String from,
            @QueryParam("to") @Size(max = 40) @Nullable String to,
            @QueryParam("limit") @DefaultValue(PageLimit.DEFAULT_VALUE) @Min(1) @Max(PageLimit.MAX) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        AuditFilter filter = new AuditFilter()
                .equal("actor_subject", actor)
                .equal("action", action)
                .equal("object_type", objectType)
                .equal("object_id", objectId)
                .from(from)
                .to(to)
                .after(cursor);
        return reader.page(filter, limit);
    }

    /** Compares the trail with its seals; {@code anchor} is the one of an earlier report that was kept elsewhere. */
    @GET
    @Path("/verification")
    public Uni<VerificationReport> verify(@QueryParam("anchor") @Size(max = 100) @Nullable String anchor) {
        return verifier.verify(anchor);
    }
}
