package org.ectsuite.auth.emailchange;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.auth.session.BrowserCaller;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.limit.SignInLimited;
import org.ectsuite.webedge.problem.ProblemException;

/** The change of the caller's own address, up to its confirmation. */
@Path("/me/email-change")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own account")
class OwnEmailChangeResource {

    private final EmailChanges changes;
    private final BrowserCaller caller;

    OwnEmailChangeResource(EmailChanges changes, BrowserCaller caller) {
        this.changes = changes;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getEmailChange", summary = "The change of address that waits for its confirmation")
    public Uni<OwnEmailChange> get() {
        return changes.waiting(caller.accountId());
    }

    @POST
    @SignInLimited
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createEmailChange",
            summary = "Sends a link to the new address; the answer is the same for every address")
    @APIResponse(responseCode = "401", description = "Also step-up-required: the sign-in was too long ago")
    public Uni<OwnEmailChange> ask(@NotNull @Valid EmailChangeRequest request) {
        EmailAddress email = EmailAddress.parse(request.email())
                .orElseThrow(() -> ProblemException.invalid("email", "is not a mail address"));
        return changes.ask(caller.accountId(), caller.sessionId(), email);
    }

    @DELETE
    @Operation(operationId = "deleteEmailChange", summary = "Takes the request back")
    @APIResponse(responseCode = "204", description = "The link to the new address is of no use any more")
    public Uni<Void> cancel() {
        return changes.cancel(caller.accountId());
    }
}
