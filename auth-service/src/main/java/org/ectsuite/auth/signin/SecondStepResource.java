package org.ectsuite.auth.signin;

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
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.page.FormGuard;
import org.ectsuite.auth.page.FormTokens;
import org.ectsuite.auth.page.Pages;
import org.ectsuite.auth.page.SentForm;
import org.ectsuite.auth.passkey.Challenges;
import org.ectsuite.auth.passkey.PasskeyAnswer;
import org.ectsuite.auth.passkey.PasskeyForm;
import org.ectsuite.auth.passkey.Passkeys;
import org.ectsuite.auth.passkey.Purpose;
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
    private final Passkeys passkeys;
    private final Challenges challenges;
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
            Passkeys passkeys,
            Challenges challenges,
            Pages pages,
            SignInPages signInPages,
            FormTokens tokens,
            FormGuard guard,
            SecondStepCookie stepCookie,
            RefreshCookie refreshCookie,
            BrowserCookie browserCookie,
            RequestInfo request) {
        this.steps = steps;
        this.passkeys = passkeys;
        this.challenges = challenges;
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
        return waits(OpaqueToken.parse(token))
                .chain(waits -> waits.map(means -> page(OK, Step.signIn(), means, formCookie, null))
                        .orElseGet(() -> Uni.createFrom().item(startAgain(Continuation.HOME))));
    }

    @POST
    @Path("/second-factor")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignInLimited
    @Operation(operationId = "useSecondFactor", summary = "Completes a sign-in with a code, in the browser it began in")
    public Uni<Response> use(
            @RestForm("code") @Nullable String typed,
            @BeanParam PasskeyForm passkey,
            @CookieParam(SecondStepCookie.NAME) @Parameter(hidden = true) @Nullable String token,
            @CookieParam(RefreshCookie.NAME) @Parameter(hidden = true) @Nullable String refresh,
            @BeanParam SentForm form) {
        guard.check(form);
        Client client = new Client(request.clientAddress(), request.userAgent());
        Optional<OpaqueToken> held = OpaqueToken.parse(token);
        return held.map(waiting ->
                        steps.complete(waiting, proof(typed, passkey, form), client, OpaqueToken.parse(refresh)))
                .orElseGet(() -> Uni.createFrom().item(new SecondStep.Over()))
                .chain(step -> answer(step, new Asked(Step.signIn(), () -> waits(held), passkey.sent(), form)));
    }

    private static FactorProof proof(@Nullable String typed, PasskeyForm passkey, SentForm form) {
        return passkey.sent()
                ? PasskeyAnswer.parse(passkey)
                        .<FactorProof>map(answer -> new FactorProof.Passkey(answer, form.holder()))
                        .orElseGet(() -> new FactorProof.Code(null))
                : new FactorProof.Code(typed);
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
                .chain(can -> can.filter(Means::any)
                        .map(means -> page(OK, Step.again(continuation), means, formCookie, null))
                        // Who has no factor to show, shows himself by signing in anew.
                        .orElseGet(() -> Uni.createFrom().item(startAgain(continuation))));
    }

    @POST
    @Path("/step-up")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignInLimited
    @Operation(operationId = "stepUp", summary = "Shows the second factor again in a session that goes on")
    public Uni<Response> stepUp(
            @RestForm("code") @Nullable String typed,
            @RestForm("return_to") @Nullable String returnTo,
            @BeanParam PasskeyForm passkey,
            @CookieParam(BrowserCookie.NAME) @Parameter(hidden = true) @Nullable String browser,
            @BeanParam SentForm form) {
        guard.check(form);
        Optional<OpaqueToken> signedIn = OpaqueToken.parse(browser);
        return steps.stepUp(signedIn, proof(typed, passkey, form))
                .chain(step -> answer(
                        step,
                        new Asked(
                                Step.again(Continuation.of(returnTo)),
                                () -> steps.canStepUp(signedIn),
                                passkey.sent(),
                                form)));
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

    /** What was sent, and what the page shows if it must be sent again. */
    private record Asked(Step step, Supplier<Uni<Optional<Means>>> means, boolean passkey, SentForm form) {}

    private Uni<Optional<Means>> waits(Optional<OpaqueToken> held) {
        return held.map(steps::waits).orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Response> answer(SecondStep step, Asked asked) {
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
                Uni.createFrom().item(pages.lead(asked.step().continuation().path()));
            case SecondStep.Wrong ignored -> {
                fail(asked.passkey() ? SecondStepFailure.WRONG_PASSKEY : SecondStepFailure.WRONG_SECOND_FACTOR);
                yield again(
                        BAD_REQUEST,
                        asked,
                        asked.passkey() ? messages().passkeyWrong() : messages().factorWrong());
            }
            case SecondStep.Paused paused -> {
                fail(SecondStepFailure.SECOND_FACTOR_PAUSED);
                yield paused(paused.rest(), asked);
            }
            case SecondStep.Over ignored ->
                Uni.createFrom().item(startAgain(asked.step().continuation()));
            case SecondStep.Suspended suspended -> {
                fail(SecondStepFailure.SUSPENDED_ACCOUNT);
                yield signInPages.suspended(suspended.ban(), stepCookie.cleared());
            }
        };
    }

    private Uni<Response> again(int status, Asked asked, String error) {
        return asked.means()
                .get()
                .chain(means -> means.map(found ->
                                page(status, asked.step(), found, asked.form().cookie(), error))
                        .orElseGet(() ->
                                Uni.createFrom().item(startAgain(asked.step().continuation()))));
    }

    private Uni<Response> paused(Duration rest, Asked asked) {
        long minutes = Math.max(1, rest.plusSeconds(59).toMinutes());
        return again(TOO_MANY_REQUESTS, asked, messages().factorPaused(minutes))
                .map(response -> Response.fromResponse(response)
                        .header("Retry-After", Math.max(1, rest.toSeconds()))
                        .build());
    }

    private Uni<Response> page(
            int status, Step step, Means means, @Nullable String formCookie, @Nullable String error) {
        FormTokens.FormToken token = tokens.issue(formCookie);
        PasskeyPrompt prompt = means.passkeys().isEmpty()
                ? null
                : PasskeyPrompt.forOwner(
                        passkeys, challenges.draw(Purpose.SECOND_FACTOR, token.holder()), means.passkeys());
        SecondStepPage page = new SecondStepPage(
                step.action(), step.again(), step.continuation().path(), token.field(), means.codes(), prompt, error);
        return prompt == null
                ? pages.show(status, page, token.cookie())
                : pages.showScripted(status, page, token.cookie());
    }

    private Response startAgain(Continuation continuation) {
        return pages.lead(SignInPages.address(continuation));
    }

    private void fail(SecondStepFailure why) {
        SecurityLog.authenticationFailed(request.clientAddress(), why);
    }

    private SignInMessages messages() {
        return pages.words(SignInMessages.class);
    }
}
