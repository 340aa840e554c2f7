package org.ectsuite.auth.registration;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.page.FormTokens;
import org.ectsuite.auth.page.Pages;
import org.jspecify.annotations.Nullable;

/** The page behind the link of an invitation. Opening it changes nothing. */
@Path("/invitation")
@PermitAll
@Tag(name = "Pages")
class InvitationResource {

    private static final int OK = 200;
    private static final int GONE = 410;

    private final Invitations invitations;
    private final Pages pages;
    private final FormTokens tokens;

    InvitationResource(Invitations invitations, Pages pages, FormTokens tokens) {
        this.invitations = invitations;
        this.pages = pages;
        this.tokens = tokens;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "showInvitation", summary = "Asks whether somebody accepts an invitation")
    public Uni<Response> show(
            @QueryParam("t") @Parameter(description = "The secret of the link") @Nullable String secret,
            @CookieParam(FormTokens.COOKIE) @Parameter(hidden = true) @Nullable String formCookie) {
        return OpaqueToken.parse(secret)
                .map(invitations::behind)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(found -> found.map(invited -> ask(invited, formCookie))
                        .orElseGet(() -> pages.show(GONE, new DeadInvitationPage())));
    }

    private Uni<Response> ask(Invited invited, @Nullable String formCookie) {
        FormTokens.FormToken token = tokens.issue(formCookie);
        return pages.show(OK, new InvitationPage(invited.email(), invited.inviter(), token.field()), token.cookie());
    }
}
