package org.ectsuite.auth.consent;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Roles;
import org.jboss.resteasy.reactive.RestResponse;

/** What the caller has agreed that clients may do. */
@Path("/me/consents")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own account")
class ConsentsResource {

    private final Consents consents;
    private final CurrentCaller caller;

    ConsentsResource(Consents consents, CurrentCaller caller) {
        this.consents = consents;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listMyConsents", summary = "What the caller lets clients do, newest first")
    public Uni<ConsentView.All> list() {
        return consents.of(caller.get().requireUserId());
    }

    @DELETE
    @Path("/{clientId}")
    @Operation(operationId = "deleteMyConsent", summary = "Takes back what a client may do, everywhere within seconds")
    @APIResponse(responseCode = "204", description = "The client can do nothing for the caller any more")
    public Uni<RestResponse<Void>> withdraw(UUID clientId) {
        return consents.withdraw(caller.get().requireUserId(), clientId).replaceWith(RestResponse::noContent);
    }
}
