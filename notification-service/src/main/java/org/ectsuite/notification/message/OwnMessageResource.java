package org.ectsuite.notification.message;

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
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.page.PageLimit;
import org.jspecify.annotations.Nullable;

/** The mails that were meant for the caller. */
@Path("/me/messages")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
class OwnMessageResource {

    private final MessageService service;
    private final CurrentCaller caller;

    OwnMessageResource(MessageService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "My mails", description = "Newest first; those to my account, not those to an address alone.")
    public Uni<Page<OwnMessageView>> list(
            @QueryParam("limit") @DefaultValue(PageLimit.DEFAULT_VALUE) @Min(1) @Max(PageLimit.MAX) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return service.ofPerson(caller.get().requireUserId(), MessageResource.before(cursor), limit);
    }
}
