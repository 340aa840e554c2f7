package org.ectsuite.auth.breakglass;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.page.FormGuard;
import org.ectsuite.auth.page.FormTokens;
import org.ectsuite.auth.page.Pages;
import org.ectsuite.auth.page.SentForm;
import org.ectsuite.auth.session.BrowserCookie;
import org.ectsuite.auth.session.Client;
import org.ectsuite.auth.session.RefreshCookie;
import org.ectsuite.auth.signin.SignInPages;
import org.ectsuite.tokensecurity.SecurityLog;
import org.ectsuite.webedge.limit.SignInLimited;
import org.ectsuite.webedge.request.RequestInfo;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The page on which an administrator uses a code made on the host. Nothing leads there but the command that makes codes. */
@Path("/sign-in/break-glass")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Pages")
class BreakGlassResource {

    static final String PATH = "/auth/sign-in/break-glass";

    private static final String SECURITY_PAGE = "/security";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    private final BreakGlass glass;
    private final Pages pages;
    private final SignInPages signInPages;
    private final FormTokens tokens;
    private final FormGuard guard;
    private final RefreshCookie refreshCookie;
    private final BrowserCookie browserCookie;
    private final RequestInfo request;

    BreakGlassResource(
            BreakGlass glass,
            Pages pages,
            SignInPages signInPages,
            FormTokens tokens,
            FormGuard guard,
            RefreshCookie refreshCookie,
            BrowserCookie browserCookie,
            RequestInfo request) {
        this.glass = glass;
        this.pages = pages;
        this.signInPages = signInPages;
        this.tokens = tokens;
        this.guard = guard;
        this.refreshCookie = refreshCookie;
        this.browserCookie = browserCookie;
        this.request = request;
    }

    @GET
    @Operation(operationId = "showBreakGlass", summary = "The page that takes a code made on the host")
    public Uni<Response> ask(@CookieParam(FormTokens.COOKIE) @Parameter(hidden = true) @Nullable String formCookie) {
        return page(OK, formCookie, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignInLimited
    @Operation(operationId = "breakGlass", summary = "Signs an administrator in with a code made on the host, once")
    public Uni<Response> use(
            @RestForm("code") @Nullable String typed,
            @CookieParam(RefreshCookie.NAME) @Parameter(hidden = true) @Nullable String refresh,
            @BeanParam SentForm form) {
        guard.check(form);
        Client client = new Client(request.clientAddress(), request.userAgent());
        return OpaqueToken.parse(typed == null ? null : typed.strip())
                .map(code -> glass.use(code, client, OpaqueToken.parse(refresh)))
                .orElseGet(() -> Uni.createFrom().item(new Entry.Dead()))
                .chain(entry -> answer(entry, form));
    }

    private Uni<Response> answer(Entry entry, SentForm form) {
        return switch (entry) {
            // There he sees what he came for: his factors and his sessions.
            case Entry.Opened opened ->
                Uni.createFrom()
                        .item(pages.lead(
                                SECURITY_PAGE,
                                refreshCookie.holding(
                                        opened.session().refresh(),
                                        opened.session().idleUntil()),
                                browserCookie.holding(opened.session())));
            case Entry.Dead ignored -> {
                fail(BreakGlassFailure.DEAD_BREAK_GLASS_CODE);
                yield page(
                        BAD_REQUEST,
                        form.cookie(),
                        pages.words(BreakGlassMessages.class).dead());
            }
            case Entry.Suspended suspended -> {
                fail(BreakGlassFailure.SUSPENDED_ACCOUNT);
                yield signInPages.suspended(suspended.ban());
            }
        };
    }

    private Uni<Response> page(int status, @Nullable String formCookie, @Nullable String error) {
        FormTokens.FormToken token = tokens.issue(formCookie);
        return pages.show(status, new BreakGlassPage(token.field(), error), token.cookie());
    }

    private void fail(BreakGlassFailure why) {
        SecurityLog.authenticationFailed(request.clientAddress(), why);
    }
}
