package org.ectsuite.auth.erasure;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.Roles;

/** Erasure of somebody's account, by administrators, for people who ask for it otherwise. */
@Path("/accounts/{id}/erasure")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
class ErasureResource {

    private final Erasures erasures;

    ErasureResource(Erasures erasures) {
        this.erasures = erasures;
    }

    @GET
    @Operation(operationId = "getErasure", summary = "Whether an account is to be erased, and when")
    public Uni<ErasureView> view(UUID id) {
        return erasures.view(id);
    }

    @POST
    @Operation(operationId = "requestErasure", summary = "Has an account erased after some days; its owner is told")
    public Uni<ErasureView> request(UUID id) {
        return erasures.request(id);
    }

    @DELETE
    @Operation(operationId = "cancelErasure", summary = "Takes it back")
    @APIResponse(responseCode = "204", description = "The account stays")
    public Uni<Void> cancel(UUID id) {
        return erasures.cancel(id);
    }
}
