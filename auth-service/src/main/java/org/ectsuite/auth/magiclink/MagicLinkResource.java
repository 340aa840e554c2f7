package org.ectsuite.auth.magiclink;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.page.FormGuard;
import org.ectsuite.auth.page.FormTokens;
import org.ectsuite.auth.page.Pages;
import org.ectsuite.auth.page.SentForm;
import org.ectsuite.auth.session.BrowserCookie;
import org.ectsuite.auth.session.Client;
import org.ectsuite.auth.session.RefreshCookie;
import org.ectsuite.auth.signin.Continuation;
import org.ectsuite.auth.signin.SecondStepCookie;
import org.ectsuite.auth.signin.SignInPages;
import org.ectsuite.tokensecurity.SecurityLog;
import org.ectsuite.webedge.limit.SignInLimited;
import org.ectsuite.webedge.request.RequestInfo;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The pages of sign-in by mail: ask, read the mail, press a button or type a code. Opening a page never changes anything;
 * every change is a form with a token.
 */
@Path("/sign-in")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Pages")
class MagicLinkResource {

    private static final String CODE_PAGE = "/auth/sign-in/code";
    private static final String SECOND_FACTOR_PAGE = "/auth/sign-in/second-factor";

    private final MagicLinks links;
    private final MagicLinkPages pages;
    private final SignInPages signInPages;
    private final Pages allPages;
    private final FormGuard guard;
    private final BinderCookie binderCookie;
    private final RefreshCookie refreshCookie;
    private final BrowserCookie browserCookie;
    private final SecondStepCookie stepCookie;
    private final RequestInfo request;

    MagicLinkResource(
            MagicLinks links,
            MagicLinkPages pages,
            SignInPages signInPages,
            Pages allPages,
            FormGuard guard,
            BinderCookie binderCookie,
            RefreshCookie refreshCookie,
            BrowserCookie browserCookie,
            SecondStepCookie stepCookie,
            RequestInfo request) {
        this.links = links;
        this.pages = pages;
        this.signInPages = signInPages;
        this.allPages = allPages;
        this.guard = guard;
        this.binderCookie = binderCookie;
        this.refreshCookie = refreshCookie;
        this.browserCookie = browserCookie;
        this.stepCookie = stepCookie;
        this.request = request;
    }

    @POST
    @Path("/link")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignInLimited
    @Operation(operationId = "requestLink", summary = "Sends a sign-in mail; the answer is the same for every address")
    public Uni<Response> ask(
            @RestForm("email") @Nullable String email,
            @RestForm("return_to") @Nullable String returnTo,
            @BeanParam SentForm form) {
        guard.check(form);
        Continuation continuation = Continuation.of(returnTo);
        String typed = email == null ? "" : email;
        return EmailAddress.parse(email)
                .map(address -> ask(address, continuation, form))
                .orElseGet(() -> signInPages.badAddress(typed, continuation, form.cookie()));
    }

    private Uni<Response> ask(EmailAddress address, Continuation continuation, SentForm form) {
        return links.request(address, continuation, client()).chain(asked -> switch (asked) {
            case LinkRequest.Sent sent ->
                Uni.createFrom().item(allPages.lead(CODE_PAGE, binderCookie.holding(sent.binder(), sent.life())));
            case LinkRequest.Exhausted exhausted ->
                signInPages.tooManyMails(address.text(), continuation, form.cookie(), exhausted.pause());
        });
    }

    @GET
    @Path("/code")
    @Operation(operationId = "showCode", summary = "The page that waits for the code from the mail")
    public Uni<Response> waiting(
            @CookieParam(BinderCookie.NAME) @Parameter(hidden = true) @Nullable String binder,
            @CookieParam(FormTokens.COOKIE) @Parameter(hidden = true) @Nullable String formCookie) {
        return OpaqueToken.parse(binder)
                .map(links::waiting)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(waiting -> waiting.map(pending -> pages.code(pending, formCookie))
                        .orElseGet(() -> Uni.createFrom().item(allPages.lead(SignInPages.address(Continuation.HOME)))));
    }

    @POST
    @Path("/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignInLimited
    @Operation(operationId = "redeemCode", summary = "Signs in with the code from the mail, in the browser that asked")
    public Uni<Response> code(
            @RestForm("code") @Nullable String typed,
            @CookieParam(BinderCookie.NAME) @Parameter(hidden = true) @Nullable String binder,
            @CookieParam(RefreshCookie.NAME) @Parameter(hidden = true) @Nullable String refresh,
            @BeanParam SentForm form) {
        guard.check(form);
        Optional<OpaqueToken> held = OpaqueToken.parse(binder);
        if (held.isEmpty()) {
            return dead();
        }
        Optional<SignInCode> code = SignInCode.parse(typed);
        if (code.isEmpty()) {
            // Not an attempt: nothing was guessed.
            return still(held.get(), waiting -> pages.unreadableCode(waiting, form.cookie()));
        }
        return links.redeem(code.get(), held.get(), client(), OpaqueToken.parse(refresh))
                .chain(redemption -> answer(redemption, held.get(), form));
    }

    @GET
    @Path("/link")
    @Operation(operationId = "showLink", summary = "The page behind the link in the mail; opening it signs nobody in")
    public Uni<Response> link(
            @QueryParam("t") @Parameter(description = "The secret of the link") @Nullable String secret,
            @CookieParam(BinderCookie.NAME) @Parameter(hidden = true) @Nullable String binder,
            @CookieParam(FormTokens.COOKIE) @Parameter(hidden = true) @Nullable String formCookie) {
        Optional<OpaqueToken> link = OpaqueToken.parse(secret);
        if (link.isEmpty()) {
            return pages.dead();
        }
        return links.behind(link.get())
                .chain(found -> found.map(pending -> pending.boundTo(OpaqueToken.parse(binder))
                                ? pages.confirm(pending, link.get(), formCookie)
                                : pages.elsewhere(SignInCode.of(link.get())))
                        .orElseGet(pages::dead));
    }

    @POST
    @Path("/link/redeem")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignInLimited
    @Operation(operationId = "redeemLink", summary = "Signs in with the link from the mail, in the browser that asked")
    public Uni<Response> redeem(
            @RestForm("t") @Nullable String secret,
            @CookieParam(BinderCookie.NAME) @Parameter(hidden = true) @Nullable String binder,
            @CookieParam(RefreshCookie.NAME) @Parameter(hidden = true) @Nullable String refresh,
            @BeanParam SentForm form) {
        guard.check(form);
        Optional<OpaqueToken> link = OpaqueToken.parse(secret);
        if (link.isEmpty()) {
            return dead();
        }
        Optional<OpaqueToken> held = OpaqueToken.parse(binder);
        return links.redeem(link.get(), held, client(), OpaqueToken.parse(refresh))
                .chain(redemption -> answer(redemption, link.get(), form));
    }

    private Uni<Response> answer(Redemption redemption, OpaqueToken held, SentForm form) {
        return switch (redemption) {
            case Redemption.SignedIn in ->
                Uni.createFrom()
                        .item(allPages.lead(
                                in.continuation().path(),
                                refreshCookie.holding(
                                        in.session().refresh(), in.session().idleUntil()),
                                browserCookie.holding(in.session()),
                                binderCookie.cleared()));
            case Redemption.SecondFactor second ->
                Uni.createFrom()
                        .item(allPages.lead(
                                SECOND_FACTOR_PAGE,
                                stepCookie.holding(second.token(), second.life()),
                                binderCookie.cleared()));
            case Redemption.Elsewhere elsewhere -> pages.elsewhere(elsewhere.code());
            case Redemption.WrongCode ignored -> {
                fail(LinkFailure.WRONG_CODE);
                yield still(held, waiting -> pages.wrongCode(waiting, form.cookie()));
            }
            case Redemption.Locked ignored -> {
                fail(LinkFailure.WRONG_CODE);
                yield pages.dead();
            }
            case Redemption.Dead ignored -> dead();
            case Redemption.NotAdmitted ignored -> pages.notAdmitted();
            case Redemption.Suspended suspended -> {
                fail(LinkFailure.SUSPENDED_ACCOUNT);
                yield pages.suspended(suspended.ban());
            }
        };
    }

    private Uni<Response> still(OpaqueToken binder, java.util.function.Function<PendingLink, Uni<Response>> page) {
        return links.waiting(binder).chain(waiting -> waiting.map(page).orElseGet(pages::dead));
    }

    private Uni<Response> dead() {
        fail(LinkFailure.DEAD_LINK);
        return pages.dead();
    }

    private void fail(LinkFailure why) {
        SecurityLog.authenticationFailed(request.clientAddress(), why);
    }

    private Client client() {
        return new Client(request.clientAddress(), request.userAgent());
    }
}
