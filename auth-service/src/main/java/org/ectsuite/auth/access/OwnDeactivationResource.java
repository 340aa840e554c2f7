package org.ectsuite.auth.access;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.session.BrowserCaller;
import org.ectsuite.tokensecurity.Roles;

/** The caller's wish to let the own account rest. */
@Path("/me/deactivation")
@RolesAllowed(Roles.USER)
@Tag(name = "Own account")
class OwnDeactivationResource {

    private final AccessChanges changes;
    private final BrowserCaller caller;

    OwnDeactivationResource(AccessChanges changes, BrowserCaller caller) {
        this.changes = changes;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "deactivateOwnAccount",
            summary = "Puts the caller's account to rest; an administrator activates it again")
    @APIResponse(responseCode = "204", description = "Everybody is signed out of the account")
    public Uni<Void> deactivate() {
        return changes.deactivateOwn(caller.accountId(), caller.sessionId());
    }
}
