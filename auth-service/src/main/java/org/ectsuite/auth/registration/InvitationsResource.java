package org.ectsuite.auth.registration;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.page.Cursor;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.page.PageLimit;
import org.ectsuite.webedge.problem.ProblemException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Invitations, for administrators. */
@Path("/admin/invitations")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Invitations")
class InvitationsResource {

    private static final int CURSOR_LENGTH = 200;
    private static final String HOME = "/auth/admin/invitations/";

    private final Invitations invitations;
    private final CurrentCaller caller;

    InvitationsResource(Invitations invitations, CurrentCaller caller) {
        this.invitations = invitations;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listInvitations", summary = "Invitations, newest first")
    public Uni<Page<InvitationView>> list(
            @QueryParam("status") @Nullable InvitationStatus status,
            @QueryParam("limit") @DefaultValue(PageLimit.DEFAULT_VALUE) @Min(1) @Max(PageLimit.MAX) int limit,
            @QueryParam("cursor") @Size(max = CURSOR_LENGTH) @Nullable String cursor) {
        return invitations
                .list(status, before(cursor), limit)
                .map(found -> Page.of(found, limit, one -> Cursor.encode(one.id()), one -> one));
    }

    @GET
    @Path("/registration")
    @Operation(operationId = "getRegistration", summary = "Who may make an account")
    public RegistrationView registration() {
        return invitations.registration();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createInvitation", summary = "Invites somebody by mail")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = InvitationView.class)))
    public Uni<RestResponse<InvitationView>> invite(@NotNull @Valid InvitationRequest request) {
        EmailAddress email = EmailAddress.parse(request.email())
                .orElseThrow(() -> ProblemException.invalid("email", "is not a mail address"));
        return invitations
                .invite(caller.get().requireUserId(), email)
                .map(sent -> RestResponse.ResponseBuilder.<InvitationView>created(URI.create(HOME + sent.id()))
                        .entity(sent)
                        .build());
    }

    @POST
    @Path("/{id}/resend")
    @Operation(operationId = "resendInvitation", summary = "Sends an invitation again, with a new link")
    public Uni<InvitationView> resend(UUID id) {
        return invitations.resend(caller.get().requireUserId(), id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteInvitation", summary = "Takes an invitation back")
    @APIResponse(responseCode = "204", description = "Its link is of no use any more")
    public Uni<Void> revoke(UUID id) {
        return invitations.revoke(id);
    }

    private static @Nullable UUID before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not a cursor of this list");
        }
    }
}
