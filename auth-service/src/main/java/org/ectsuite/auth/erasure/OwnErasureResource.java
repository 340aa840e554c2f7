package org.ectsuite.auth.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.session.BrowserCaller;
import org.ectsuite.tokensecurity.Roles;

/** The caller's wish to be forgotten. */
@Path("/me/erasure")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own account")
class OwnErasureResource {

    private final Erasures erasures;
    private final BrowserCaller caller;

    OwnErasureResource(Erasures erasures, BrowserCaller caller) {
        this.erasures = erasures;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getOwnErasure", summary = "Whether the caller's account is to be erased, and when")
    public Uni<ErasureView> view() {
        return erasures.view(caller.accountId());
    }

    @POST
    @Operation(
            operationId = "requestOwnErasure",
            summary = "Has the caller's account erased after some days; wants a sign-in or factor of the last minutes")
    public Uni<ErasureView> request() {
        return erasures.requestOwn(caller.accountId(), caller.sessionId());
    }

    @DELETE
    @Operation(operationId = "cancelOwnErasure", summary = "Takes it back")
    @APIResponse(responseCode = "204", description = "The account stays")
    public Uni<Void> cancel() {
        return erasures.cancel(caller.accountId());
    }
}
