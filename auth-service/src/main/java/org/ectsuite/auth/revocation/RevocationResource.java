package org.ectsuite.auth.revocation;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.Scopes;

/** The revocation list, for the services that poll it. */
@Path("/revocations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "For services")
class RevocationResource {

    private final RevocationLedger ledger;

    RevocationResource(RevocationLedger ledger) {
        this.ledger = ledger;
    }

    @GET
    @PermissionsAllowed(Scopes.REVOCATIONS_READ)
    @Operation(operationId = "listRevocations", summary = "Which tokens are to be refused although they look good")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RevocationView.class)))
    @APIResponse(responseCode = "304", description = "Nothing has changed since the ETag in If-None-Match")
    public Uni<Response> list(@Context Request request) {
        return ledger.inForce().map(view -> {
            EntityTag tag = new EntityTag(view.tag());
            Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
            Response.ResponseBuilder response = unchanged == null ? Response.ok(view) : unchanged;
            return response.tag(tag)
                    .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                    .build();
        });
    }
}
