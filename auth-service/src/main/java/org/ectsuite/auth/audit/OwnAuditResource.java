package org.ectsuite.auth.audit;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.audit.AuditReader;
import org.ectsuite.auth.session.BrowserCaller;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.page.PageLimit;
import org.jspecify.annotations.Nullable;

/** The caller's own part of the audit trail. */
@Path("/me/audit")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own account")
class OwnAuditResource {

    static final String ACCOUNT = "account";

    private final AuditReader reader;
    private final BrowserCaller caller;

    OwnAuditResource(AuditReader reader, BrowserCaller caller) {
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listOwnAudit",
            summary = "What the caller did, and what others did to his account, newest first")
    public Uni<Page<OwnAuditEvent>> list(
            @QueryParam("limit") @DefaultValue(PageLimit.DEFAULT_VALUE) @Min(1) @Max(PageLimit.MAX) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String subject = caller.accountId().toString();
        return reader.of(subject, ACCOUNT, limit, cursor)
                .map(page -> new Page<>(
                        page.items().stream()
                                .map(event -> OwnAuditEvent.of(event, subject))
                                .toList(),
                        page.next()));
    }
}
