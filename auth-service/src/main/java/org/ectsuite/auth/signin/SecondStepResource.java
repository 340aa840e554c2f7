package org.ectsuite.auth.signin;

import io.quarkus.qute.i18n.MessageBundles;
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
import java.time.Duration;
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
import org.ectsuite.tokensecurity.SecurityLog;
import org.ectsuite.webedge.limit.SignInLimited;
import org.ectsuite.webedge.request.RequestInfo;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The page of the second factor: at the end of a sign-in, and again when somebody who is signed in is about to do what
 * wants a recent one. Complete without scripts.
 */
@Path("/sign-in")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Pages")
class SecondStepResource {

    static final String SECOND_FACTOR = "/auth/sign-in/second-factor";
    static final String STEP_UP = "/auth/sign-in/step-up";

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY_REQUESTS = 429;

    private final SecondSteps steps;
    private final Pages pages;
    private final SignInPages signInPages;
    private final FormTokens tokens;
    private final FormGuard guard;
    private final SecondStepCookie stepCookie;
    private final RefreshCookie refreshCookie;
    private final BrowserCookie browserCookie;
    private final RequestInfo request;

    SecondStepResource(
            SecondSteps steps,
            Pages pages,
            SignInPages signInPages,
            FormTokens tokens,
            FormGuard guard,
            SecondStepCookie stepCookie,
            RefreshCookie refreshCookie,
            BrowserCookie browserCookie,
            RequestInfo request) {
        this.steps = steps;
        this.pages = pages;
        this.signInPages = signInPages;
        this.tokens = tokens;
        this.guard = guard;
        this.stepCookie = stepCookie;
        this.refreshCookie = refreshCookie;
        this.browserCookie = browserCookie;
        this.request = request;
    }

    @GET
    @Path("/second-factor")
    @Operation(operationId = "showSecondFactor", summary = "The page that takes the second factor of a sign-in")
    public Uni<Response> ask(
            @CookieParam(SecondStepCookie.NAME) @Parameter(hidden = true) @Nullable String token,
            @CookieParam(FormTokens.COOKIE) @Parameter(hidden = true) @Nullable String formCookie) {
        return OpaqueToken.parse(token)
                .map(steps::waits)
                .orElseGet(() -> Uni.createFrom().item(false))
                .chain(waits -> waits
                        ? page(OK, Step.signIn(), formCookie, null)
                        : Uni.createFrom().item(startAgain(Continuation.HOME)));
    }

    @POST
    @Path("/second-factor")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignInLimited
    @Operation(operationId = "useSecondFactor", summary = "Completes a sign-in with a code, in the browser it began in")
    public Uni<Response> use(
            @RestForm("code") @Nullable String typed,
            @CookieParam(SecondStepCookie.NAME) @Parameter(hidden = true) @Nullable String token,
            @CookieParam(RefreshCookie.NAME) @Parameter(hidden = true) @Nullable String refresh,
            @BeanParam SentForm form) {
        guard.check(form);
        Client client = new Client(request.clientAddress(), request.userAgent());
        return OpaqueToken.parse(token)
                .map(held -> steps.complete(held, typed, client, OpaqueToken.parse(refresh)))
                .orElseGet(() -> Uni.createFrom().item(new SecondStep.Over()))
                .chain(step -> answer(step, Step.signIn(), form));
    }

    @GET
    @Path("/step-up")
    @Operation(operationId = "showStepUp", summary = "The page on which somebody signed in shows the factor again")
    public Uni<Response> askAgain(
            @QueryParam("return_to") @Parameter(description = "A path of the suite to go on to") @Nullable String returnTo,
            @CookieParam(BrowserCookie.NAME) @Parameter(hidden = true) @Nullable String browser,
            @CookieParam(FormTokens.COOKIE) @Parameter(hidden = true) @Nullable String formCookie) {
        Continuation continuation = Continuation.of(returnTo);
        return steps.canStepUp(OpaqueToken.parse(browser))
                .chain(can -> can.orElse(false)
                        ? page(OK, Step.again(continuation), formCookie, null)
                        // Who has no factor to show, shows himself by signing in anew.
                        : Uni.createFrom().item(startAgain(continuation)));
    }

    @POST
    @Path("/step-up")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignInLimited
    @Operation(operationId = "stepUp", summary = "Shows the second factor again in a session that goes on")
    public Uni<Response> stepUp(
            @RestForm("code") @Nullable String typed,
            @RestForm("return_to") @Nullable String returnTo,
            @CookieParam(BrowserCookie.NAME) @Parameter(hidden = true) @Nullable String browser,
            @BeanParam SentForm form) {
        guard.check(form);
        return steps.stepUp(OpaqueToken.parse(browser), typed)
                .chain(step -> answer(step, Step.again(Continuation.of(returnTo)), form));
    }

    /** Which of the two uses of the page it is. */
    private record Step(String action, boolean again, Continuation continuation) {
        static Step signIn() {
            return new Step(SECOND_FACTOR, false, Continuation.HOME);
        }

        static Step again(Continuation continuation) {
            return new Step(STEP_UP, true, continuation);
        }
    }

    private Uni<Response> answer(SecondStep step, Step asked, SentForm form) {
        return switch (step) {
            case SecondStep.SignedIn in ->
                Uni.createFrom()
                        .item(pages.lead(
                                in.continuation().path(),
                                refreshCookie.holding(
                                        in.session().refresh(), in.session().idleUntil()),
                                browserCookie.holding(in.session()),
                                stepCookie.cleared()));
            case SecondStep.SteppedUp ignored ->
                Uni.createFrom().item(pages.lead(asked.continuation().path()));
            case SecondStep.Wrong ignored -> {
                fail(SecondStepFailure.WRONG_SECOND_FACTOR);
                yield page(BAD_REQUEST, asked, form.cookie(), messages().factorWrong());
            }
            case SecondStep.Paused paused -> {
                fail(SecondStepFailure.SECOND_FACTOR_PAUSED);
                yield paused(paused.rest(), asked, form);
            }
            case SecondStep.Over ignored -> Uni.createFrom().item(startAgain(asked.continuation()));
            case SecondStep.Suspended suspended -> {
                fail(SecondStepFailure.SUSPENDED_ACCOUNT);
                yield signInPages.suspended(suspended.ban(), stepCookie.cleared());
            }
        };
    }

    private Uni<Response> paused(Duration rest, Step asked, SentForm form) {
        long minutes = Math.max(1, rest.plusSeconds(59).toMinutes());
        return page(TOO_MANY_REQUESTS, asked, form.cookie(), messages().factorPaused(minutes))
                .map(response -> Response.fromResponse(response)
                        .header("Retry-After", Math.max(1, rest.toSeconds()))
                        .build());
    }

    private Uni<Response> page(int status, Step step, @Nullable String formCookie, @Nullable String error) {
        FormTokens.FormToken token = tokens.issue(formCookie);
        SecondStepPage page = new SecondStepPage(
                step.action(), step.again(), step.continuation().path(), token.field(), error);
        return pages.show(status, page, token.cookie());
    }

    private Response startAgain(Continuation continuation) {
        return pages.lead(SignInPages.address(continuation));
    }

    private void fail(SecondStepFailure why) {
        SecurityLog.authenticationFailed(request.clientAddress(), why);
    }

    private static SignInMessages messages() {
        return MessageBundles.get(SignInMessages.class);
    }
}
