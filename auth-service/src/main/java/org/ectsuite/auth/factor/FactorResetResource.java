package org.ectsuite.auth.factor;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.Roles;

/** Help by an administrator for somebody who has lost what he would have to show. */
@Path("/accounts/{id}/second-factor")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Accounts")
class FactorResetResource {

    private final Factors factors;

    FactorResetResource(Factors factors) {
        this.factors = factors;
    }

    @DELETE
    @Operation(
            operationId = "resetSecondFactor",
            summary = "Removes somebody's authenticator and passkeys, and ends his sessions")
    @APIResponse(responseCode = "204", description = "Sign-in by mail suffices again; the owner is told by mail")
    public Uni<Void> reset(UUID id) {
        return factors.removeOf(id);
    }
}
