package org.ectsuite.auth.signin;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
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
import org.ectsuite.auth.page.Pages;
import org.ectsuite.auth.page.SentForm;
import org.ectsuite.auth.passkey.PasskeyAnswer;
import org.ectsuite.auth.passkey.PasskeyForm;
import org.ectsuite.auth.session.BrowserCookie;
import org.ectsuite.auth.session.Client;
import org.ectsuite.auth.session.RefreshCookie;
import org.ectsuite.tokensecurity.SecurityLog;
import org.ectsuite.webedge.limit.SignInLimited;
import org.ectsuite.webedge.request.RequestInfo;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Sign-in with a passkey, from the sign-in page: the one way in that takes a script. */
@Path("/sign-in/passkey")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Pages")
class PasskeySignInResource {

    private final SignIn signIn;
    private final SignInPages signInPages;
    private final Pages pages;
    private final FormGuard guard;
    private final SecondStepCookie stepCookie;
    private final RefreshCookie refreshCookie;
    private final BrowserCookie browserCookie;
    private final RequestInfo request;

    PasskeySignInResource(
            SignIn signIn,
            SignInPages signInPages,
            Pages pages,
            FormGuard guard,
            SecondStepCookie stepCookie,
            RefreshCookie refreshCookie,
            BrowserCookie browserCookie,
            RequestInfo request) {
        this.signIn = signIn;
        this.signInPages = signInPages;
        this.pages = pages;
        this.guard = guard;
        this.stepCookie = stepCookie;
        this.refreshCookie = refreshCookie;
        this.browserCookie = browserCookie;
        this.request = request;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignInLimited
    @Operation(operationId = "usePasskey", summary = "Signs in with a passkey that says itself whose it is")
    public Uni<Response> use(
            @BeanParam PasskeyForm passkey,
            @RestForm("return_to") @Nullable String returnTo,
            @CookieParam(RefreshCookie.NAME) @Parameter(hidden = true) @Nullable String refresh,
            @BeanParam SentForm form) {
        guard.check(form);
        Continuation continuation = Continuation.of(returnTo);
        Client client = new Client(request.clientAddress(), request.userAgent());
        return PasskeyAnswer.parse(passkey)
                .map(answer ->
                        signIn.ofPasskeyHolder(answer, form.holder(), continuation, client, OpaqueToken.parse(refresh)))
                .orElseGet(() -> Uni.createFrom().item(new PasskeyEntry.Wrong()))
                .chain(entry -> answer(entry, continuation, form));
    }

    private Uni<Response> answer(PasskeyEntry entry, Continuation continuation, SentForm form) {
        return switch (entry) {
            case PasskeyEntry.SignedIn in ->
                Uni.createFrom()
                        .item(pages.lead(
                                continuation.path(),
                                refreshCookie.holding(
                                        in.session().refresh(), in.session().idleUntil()),
                                browserCookie.holding(in.session())));
            case PasskeyEntry.SecondFactor second ->
                Uni.createFrom()
                        .item(pages.lead(
                                SecondStepResource.SECOND_FACTOR,
                                stepCookie.holding(second.token(), SecondSteps.LIFE)));
            case PasskeyEntry.Stale ignored ->
                again(continuation, form, messages().passkeyStale());
            case PasskeyEntry.Unverified ignored -> {
                fail(PasskeyFailure.UNVERIFIED_PASSKEY);
                yield again(continuation, form, messages().passkeyUnverified());
            }
            case PasskeyEntry.Wrong ignored -> {
                fail(PasskeyFailure.WRONG_PASSKEY);
                yield again(continuation, form, messages().passkeyWrong());
            }
            case PasskeyEntry.Copied ignored -> {
                fail(PasskeyFailure.COPIED_PASSKEY);
                yield again(continuation, form, messages().passkeyCopied());
            }
            case PasskeyEntry.Suspended suspended -> {
                fail(PasskeyFailure.SUSPENDED_ACCOUNT);
                yield signInPages.suspended(suspended.ban());
            }
        };
    }

    private Uni<Response> again(Continuation continuation, SentForm form, String why) {
        return signInPages.badPasskey(continuation, form.cookie(), why);
    }

    private void fail(PasskeyFailure why) {
        SecurityLog.authenticationFailed(request.clientAddress(), why);
    }

    private SignInMessages messages() {
        return pages.words(SignInMessages.class);
    }
}
