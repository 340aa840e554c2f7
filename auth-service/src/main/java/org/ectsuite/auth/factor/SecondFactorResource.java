package org.ectsuite.auth.factor;

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
import org.ectsuite.auth.session.BrowserCaller;
import org.ectsuite.tokensecurity.Roles;

/** The caller's own second factor. A change wants a sign-in or factor of the last minutes, and ends all other sessions. */
@Path("/me/second-factor")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own account")
class SecondFactorResource {

    private final Factors factors;
    private final BrowserCaller caller;

    SecondFactorResource(Factors factors, BrowserCaller caller) {
        this.factors = factors;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getSecondFactor", summary = "Whether the caller has a second factor")
    public Uni<SecondFactorView> view() {
        return factors.view(caller.accountId());
    }

    @POST
    @Path("/totp")
    @Operation(operationId = "prepareTotp", summary = "Draws a secret for an authenticator, to be confirmed by a code")
    public Uni<TotpSetUp> begin() {
        return factors.begin(caller.accountId(), caller.sessionId());
    }

    @POST
    @Path("/totp/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "confirmTotp", summary = "Makes the authenticator count; answers with recovery codes")
    @APIResponse(responseCode = "200", description = "The recovery codes, which cannot be shown again")
    public Uni<RecoveryCodes> confirm(@NotNull @Valid TotpConfirmation confirmation) {
        return factors.confirm(caller.accountId(), caller.sessionId(), confirmation.code());
    }

    @POST
    @Path("/recovery-codes")
    @Operation(operationId = "renewRecoveryCodes", summary = "New recovery codes in place of all old ones")
    @APIResponse(responseCode = "200", description = "The recovery codes, which cannot be shown again")
    public Uni<RecoveryCodes> renewCodes() {
        return factors.renewCodes(caller.accountId(), caller.sessionId());
    }

    @DELETE
    @Operation(operationId = "deleteSecondFactor", summary = "Removes the second factor with its recovery codes")
    @APIResponse(responseCode = "204", description = "Sign-in by mail suffices again")
    public Uni<Void> remove() {
        return factors.remove(caller.accountId(), caller.sessionId());
    }
}
