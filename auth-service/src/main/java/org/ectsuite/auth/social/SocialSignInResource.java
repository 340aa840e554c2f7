package org.ectsuite.auth.social;

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
import org.ectsuite.auth.page.FormGuard;
import org.ectsuite.auth.page.FormTokens;
import org.ectsuite.auth.page.Pages;
import org.ectsuite.auth.page.SentForm;
import org.ectsuite.auth.session.BrowserCookie;
import org.ectsuite.auth.session.Client;
import org.ectsuite.auth.session.RefreshCookie;
import org.ectsuite.auth.signin.Continuation;
import org.ectsuite.auth.signin.SecondStepCookie;
import org.ectsuite.auth.signin.SignInOutcome;
import org.ectsuite.auth.signin.SignInPages;
import org.ectsuite.tokensecurity.SecurityLog;
import org.ectsuite.webedge.limit.SignInLimited;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.request.RequestInfo;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** To Google, Microsoft or GitHub, and back. */
@Path("/sign-in/with/{provider}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Pages")
class SocialSignInResource {

    private static final String SECOND_FACTOR_PAGE = "/auth/sign-in/second-factor";
    private static final String SECURITY_PAGE = "/security";

    private final Upstreams upstreams;
    private final Departures departures;
    private final Returns returns;
    private final SocialPages pages;
    private final SignInPages signInPages;
    private final Pages allPages;
    private final FormGuard guard;
    private final ProviderCookie providerCookie;
    private final IdentityCookie identityCookie;
    private final RefreshCookie refreshCookie;
    private final BrowserCookie browserCookie;
    private final SecondStepCookie stepCookie;
    private final RequestInfo request;

    SocialSignInResource(
            Upstreams upstreams,
            Departures departures,
            Returns returns,
            SocialPages pages,
            SignInPages signInPages,
            Pages allPages,
            FormGuard guard,
            ProviderCookie providerCookie,
            IdentityCookie identityCookie,
            RefreshCookie refreshCookie,
            BrowserCookie browserCookie,
            SecondStepCookie stepCookie,
            RequestInfo request) {
        this.upstreams = upstreams;
        this.departures = departures;
        this.returns = returns;
        this.pages = pages;
        this.signInPages = signInPages;
        this.allPages = allPages;
        this.guard = guard;
        this.providerCookie = providerCookie;
        this.identityCookie = identityCookie;
        this.refreshCookie = refreshCookie;
        this.browserCookie = browserCookie;
        this.stepCookie = stepCookie;
        this.request = request;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignInLimited
    @Operation(operationId = "signInWith", summary = "Leads on to a provider that is configured")
    public Uni<Response> begin(
            @Parameter(description = "google, microsoft or github") String provider,
            @RestForm("return_to") @Nullable String returnTo,
            @BeanParam SentForm form) {
        guard.check(form);
        Continuation continuation = Continuation.of(returnTo);
        Upstream upstream = upstream(provider);
        return departures
                .open(upstream, continuation, null)
                .chain(way -> allPages.leadAwayAfterForm(
                        way.address(), upstream.provider().title(), way.cookie()))
                .onFailure(UpstreamException.class)
                .recoverWithUni(() -> pages.failed(
                        upstream.provider(), SocialFailure.PROVIDER_UNAVAILABLE, continuation, form.cookie()));
    }

    @GET
    @Path("/callback")
    @SignInLimited
    @Operation(operationId = "returnFrom", summary = "Where a provider sends the browser back to")
    public Uni<Response> back(
            @Parameter(description = "google, microsoft or github") String provider,
            @BeanParam ProviderAnswer answer,
            @CookieParam(FormTokens.COOKIE) @Parameter(hidden = true) @Nullable String formCookie) {
        Upstream upstream = upstream(provider);
        return returns.arrive(upstream, answer, new Client(request.clientAddress(), request.userAgent()))
                .chain(arrival -> show(upstream.provider(), arrival, formCookie));
    }

    private Uni<Response> show(Provider provider, Arrival arrival, @Nullable String formCookie) {
        return switch (arrival) {
            case Arrival.Entered entered -> enter(entered.outcome(), entered.continuation());
            case Arrival.Waiting waiting ->
                Uni.createFrom()
                        .item(allPages.lead(
                                SocialPages.CONFIRM,
                                identityCookie.holding(waiting.token()),
                                providerCookie.cleared()));
            case Arrival.NotAdmitted not -> pages.notAdmitted(not.continuation(), formCookie);
            case Arrival.Linked ignored ->
                Uni.createFrom().item(allPages.lead(SECURITY_PAGE, providerCookie.cleared()));
            case Arrival.Failed failed -> {
                fail(failed.why());
                yield pages.failed(provider, failed.why(), failed.continuation(), formCookie);
            }
            case Arrival.NotLinked not -> {
                fail(not.why());
                yield pages.notLinked(provider, not.why());
            }
        };
    }

    private Uni<Response> enter(SignInOutcome outcome, Continuation continuation) {
        return switch (outcome) {
            case SignInOutcome.SignedIn in ->
                Uni.createFrom()
                        .item(allPages.lead(
                                continuation.path(),
                                refreshCookie.holding(
                                        in.session().refresh(), in.session().idleUntil()),
                                browserCookie.holding(in.session()),
                                providerCookie.cleared()));
            case SignInOutcome.SecondFactor second ->
                Uni.createFrom()
                        .item(allPages.lead(
                                SECOND_FACTOR_PAGE,
                                stepCookie.holding(second.token(), second.life()),
                                providerCookie.cleared()));
            case SignInOutcome.Suspended suspended -> {
                fail(SocialFailure.SUSPENDED_ACCOUNT);
                yield signInPages.suspended(suspended.ban(), providerCookie.cleared());
            }
        };
    }

    private void fail(SocialFailure why) {
        SecurityLog.authenticationFailed(request.clientAddress(), why);
    }

    private Upstream upstream(String id) {
        return upstreams.find(id).orElseThrow(() -> ProblemException.notFound("This way in is not offered here."));
    }
}
