package org.ectsuite.auth.session;

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
import org.ectsuite.tokensecurity.Roles;

/** The caller's own sign-ins, and their end. */
@Path("/me/sessions")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own account")
class OwnSessionsResource {

    private final Sessions sessions;
    private final BrowserCaller caller;

    OwnSessionsResource(Sessions sessions, BrowserCaller caller) {
        this.sessions = sessions;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listOwnSessions", summary = "Where the caller is signed in, the session used last first")
    public Uni<OwnSessions> list() {
        return sessions.list(caller.accountId(), caller.sessionId()).map(OwnSessions::new);
    }

    @DELETE
    @Operation(operationId = "deleteOtherSessions", summary = "Signs the caller out everywhere else")
    @APIResponse(responseCode = "204", description = "No other session is left; their tokens die within 10 seconds")
    public Uni<Void> revokeOthers() {
        return sessions.endOthers(caller.accountId(), caller.sessionId(), EndReason.REVOKED);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteSession", summary = "Signs the caller out in one browser")
    @APIResponse(responseCode = "204", description = "The session has ended; its tokens die within 10 seconds")
    public Uni<Void> revoke(UUID id) {
        return sessions.revoke(caller.accountId(), id);
    }
}
