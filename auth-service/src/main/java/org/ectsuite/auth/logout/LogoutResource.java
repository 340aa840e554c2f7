package org.ectsuite.auth.logout;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.page.FormGuard;
import org.ectsuite.auth.page.FormTokens;
import org.ectsuite.auth.page.Pages;
import org.ectsuite.auth.page.SentForm;
import org.ectsuite.auth.protocol.OAuthException;
import org.ectsuite.auth.protocol.Parameters;
import org.ectsuite.auth.session.BrowserCookie;
import org.ectsuite.auth.session.RefreshCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Where clients send people to be signed out (OpenID Connect RP-Initiated Logout). */
@Path("/oauth/logout")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "OAuth")
class LogoutResource {

    private static final String SELF = "/auth/oauth/logout?";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final Logouts logouts;
    private final Pages pages;
    private final FormTokens tokens;
    private final FormGuard guard;
    private final BrowserCookie browserCookie;
    private final RefreshCookie refreshCookie;

    LogoutResource(
            Logouts logouts,
            Pages pages,
            FormTokens tokens,
            FormGuard guard,
            BrowserCookie browserCookie,
            RefreshCookie refreshCookie) {
        this.logouts = logouts;
        this.pages = pages;
        this.tokens = tokens;
        this.guard = guard;
        this.browserCookie = browserCookie;
        this.refreshCookie = refreshCookie;
    }

    @GET
    @Operation(operationId = "endSession", summary = "Signs the person out, after asking unless the client knows him")
    public Uni<Response> logout(
            @Context UriInfo uri,
            @CookieParam(BrowserCookie.NAME) @Parameter(hidden = true) @Nullable String browser,
            @CookieParam(FormTokens.COOKIE) @Parameter(hidden = true) @Nullable String formCookie) {
        return logouts.begin(Parameters.of(uri.getQueryParameters()), OpaqueToken.parse(browser))
                .chain(outcome -> answer(outcome, false, formCookie));
    }

    /** The session cookie does not come along with a form of another origin, but does with the redirect that follows. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "endSessionByForm", summary = "The same by a form")
    public Response logout(MultivaluedMap<String, String> form) {
        return pages.lead(SELF + Parameters.of(form).encoded());
    }

    @POST
    @Path("/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "confirmEndSession", summary = "The person wants to be signed out")
    public Uni<Response> confirm(
            @RestForm("client_id") @Nullable String clientId,
            @RestForm("post_logout_redirect_uri") @Nullable String redirectUri,
            @RestForm("state") @Nullable String state,
            @CookieParam(BrowserCookie.NAME) @Parameter(hidden = true) @Nullable String browser,
            @BeanParam SentForm form) {
        guard.check(form);
        Parameters parameters = Parameters.of(Map.of(
                "client_id", given(clientId), "post_logout_redirect_uri", given(redirectUri), "state", given(state)));
        return logouts.confirm(parameters, OpaqueToken.parse(browser))
                .chain(outcome -> answer(outcome, true, form.cookie()));
    }

    private static List<String> given(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    private Uni<Response> answer(Logouts.Outcome outcome, boolean afterForm, @Nullable String formCookie) {
        return switch (outcome.course()) {
            case REFUSE -> pages.show(BAD_REQUEST, new SignedOutPage(true));
            case ASK -> ask(outcome.request(), formCookie);
            case SIGN_OUT -> onward(outcome, afterForm, browserCookie.cleared(), refreshCookie.cleared());
            case NOTHING -> onward(outcome, afterForm);
        };
    }

    private Uni<Response> ask(LogoutRequest request, @Nullable String formCookie) {
        FormTokens.FormToken token = tokens.issue(formCookie);
        LogoutPage page = new LogoutPage(
                request.client().map(OAuthClient::id).orElse(""),
                request.redirectUri() == null ? "" : request.redirectUri(),
                request.state() == null ? "" : request.state(),
                token.field());
        return pages.show(OK, page, token.cookie());
    }

    private Uni<Response> onward(Logouts.Outcome outcome, boolean afterForm, NewCookie... cookies) {
        Optional<String> address = outcome.onward();
        if (address.isEmpty()) {
            return pages.show(OK, new SignedOutPage(false), cookies);
        }
        return afterForm
                ? pages.leadAwayAfterForm(address.get(), outcome.clientName(), cookies)
                : Uni.createFrom().item(pages.leadAway(address.get(), cookies));
    }

    /** A parameter that comes twice: which of them holds is anybody's guess. */
    @ServerExceptionMapper
    public Uni<Response> unreadable(OAuthException refusal) {
        return pages.show(BAD_REQUEST, new SignedOutPage(true));
    }
}
