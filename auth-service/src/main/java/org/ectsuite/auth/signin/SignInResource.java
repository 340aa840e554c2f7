package org.ectsuite.auth.signin;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.page.FormTokens;
import org.jspecify.annotations.Nullable;

/** The sign-in page. */
@Path("/sign-in")
@PermitAll
@Tag(name = "Pages")
class SignInResource {

    private final SignInPages pages;

    SignInResource(SignInPages pages) {
        this.pages = pages;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(operationId = "showSignIn", summary = "The sign-in page")
    public Uni<Response> show(
            @QueryParam("return_to") @Parameter(description = "A path of the suite to go on to") @Nullable String returnTo,
            @QueryParam("login_hint") @Parameter(description = "What the person will probably type") @Nullable String loginHint,
            @CookieParam(FormTokens.COOKIE) @Parameter(hidden = true) @Nullable String formCookie) {
        return pages.empty(Continuation.of(returnTo), loginHint, formCookie);
    }
}
