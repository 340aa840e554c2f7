package org.ectsuite.auth.passkey;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.session.BrowserCaller;
import org.ectsuite.tokensecurity.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller's own passkeys. A change wants a sign-in or factor of the last minutes. */
@Path("/me/passkeys")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own account")
class PasskeyResource {

    private final Passkeys passkeys;
    private final Challenges challenges;
    private final BrowserCaller caller;

    PasskeyResource(Passkeys passkeys, Challenges challenges, BrowserCaller caller) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listPasskeys", summary = "The caller's passkeys, newest first")
    public Uni<OwnPasskeys> list() {
        return passkeys.list(caller.accountId());
    }

    @POST
    @Path("/invitation")
    @Operation(operationId = "invitePasskey", summary = "What an authenticator is told to make a passkey")
    public Uni<PasskeyInvitation> invite() {
        return passkeys.invite(caller.accountId(), caller.sessionId());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addPasskey", summary = "Takes the passkey that an authenticator has made")
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @APIResponse(responseCode = "201", description = "It signs the caller in from now on")
    public Uni<PasskeyView> add(@NotNull @Valid NewPasskey made) {
        UUID account = caller.accountId();
        UUID session = caller.sessionId();
        // In a transaction of its own: it is used up, whatever comes of the answer.
        return challenges
                .take(made.ticket(), Purpose.REGISTER, session.toString())
                .chain(challenge -> passkeys.add(account, session, made, challenge));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deletePasskey", summary = "Removes a passkey, and signs the caller out everywhere else")
    @APIResponse(responseCode = "204", description = "It opens nothing any more")
    public Uni<Void> remove(UUID id) {
        return passkeys.remove(caller.accountId(), caller.sessionId(), id);
    }
}
