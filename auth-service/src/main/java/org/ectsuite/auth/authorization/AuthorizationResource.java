package org.ectsuite.auth.authorization;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.page.FormGuard;
import org.ectsuite.auth.page.FormTokens;
import org.ectsuite.auth.page.Pages;
import org.ectsuite.auth.page.SentForm;
import org.ectsuite.auth.protocol.OAuthException;
import org.ectsuite.auth.protocol.Parameters;
import org.ectsuite.auth.session.BrowserCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * The authorization endpoint: a client sends people here, who sign in, agree, and go back with a code. Mistakes of the
 * client go back to it, unless it is not safe to send anybody there.
 */
@Path("/oauth/authorize")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "OAuth")
class AuthorizationResource {

    private static final String SELF = "/auth/oauth/authorize?";

    private final Authorizations authorizations;
    private final AuthorizationPages pages;
    private final Pages allPages;
    private final FormGuard guard;

    AuthorizationResource(Authorizations authorizations, AuthorizationPages pages, Pages allPages, FormGuard guard) {
        this.authorizations = authorizations;
        this.pages = pages;
        this.allPages = allPages;
        this.guard = guard;
    }

    @GET
    @Operation(operationId = "authorize", summary = "Where clients send people to be signed in (RFC 6749 section 3.1)")
    public Uni<Response> authorize(
            @Context UriInfo uri,
            @CookieParam(BrowserCookie.NAME) @Parameter(hidden = true) @Nullable String browser,
            @CookieParam(FormTokens.COOKIE) @Parameter(hidden = true) @Nullable String formCookie) {
        return authorizations
                .begin(Parameters.of(uri.getQueryParameters()), OpaqueToken.parse(browser))
                .chain(next -> pages.show(next, false, formCookie));
    }

    /** The session cookie does not come along with a form of another origin, but does with the redirect that follows. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "authorizeByForm", summary = "The same by a form (OpenID Connect Core section 3.1.2.1)")
    public Response authorize(MultivaluedMap<String, String> form) {
        return allPages.lead(SELF + Parameters.of(form).encoded());
    }

    @GET
    @Path("/resume")
    @Operation(operationId = "resumeAuthorization", summary = "Where people come back to after signing in for a client")
    public Uni<Response> resume(
            @QueryParam("request") @Nullable String handle,
            @CookieParam(BrowserCookie.NAME) @Parameter(hidden = true) @Nullable String browser,
            @CookieParam(FormTokens.COOKIE) @Parameter(hidden = true) @Nullable String formCookie) {
        return OpaqueToken.parse(handle)
                .map(known -> authorizations.resume(known, OpaqueToken.parse(browser)))
                .orElseGet(() -> Uni.createFrom().item(new Next.Over()))
                .chain(next -> pages.show(next, true, formCookie));
    }

    @POST
    @Path("/consent")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "answerConsent", summary = "Whether the person lets the client in")
    public Uni<Response> consent(
            @RestForm("request") @Nullable String handle,
            @RestForm("decision") @Nullable String decision,
            @CookieParam(BrowserCookie.NAME) @Parameter(hidden = true) @Nullable String browser,
            @BeanParam SentForm form) {
        guard.check(form);
        return OpaqueToken.parse(handle)
                .map(known -> authorizations.answer(known, "agree".equals(decision), OpaqueToken.parse(browser)))
                .orElseGet(() -> Uni.createFrom().item(new Next.Over()))
                .chain(next -> pages.show(next, true, form.cookie()));
    }

    /** A parameter that comes twice: which of them holds is anybody's guess. */
    @ServerExceptionMapper
    public Uni<Response> unreadable(OAuthException refusal) {
        return pages.show(new Next.Unsafe(), false, null);
    }
}
