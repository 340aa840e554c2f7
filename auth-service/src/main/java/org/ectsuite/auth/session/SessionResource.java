package org.ectsuite.auth.session;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.origin.RequestOrigin;
import org.ectsuite.tokensecurity.SecurityLog;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.request.RequestInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The web client's way from the session cookie to an access token, and out. */
@Path("/session")
@PermitAll
@Tag(name = "Session")
class SessionResource {

    /** No form and no link can send it, and no script of another origin without leave. */
    private static final String GUARD_HEADER = "X-ECT-Request";

    private static final String GUARD_VALUE = "web";

    private final Sessions sessions;
    private final RefreshCookie cookie;
    private final BrowserCookie browserCookie;
    private final RequestOrigin origin;
    private final RequestInfo request;

    SessionResource(
            Sessions sessions,
            RefreshCookie cookie,
            BrowserCookie browserCookie,
            RequestOrigin origin,
            RequestInfo request) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.browserCookie = browserCookie;
        this.origin = origin;
        this.request = request;
    }

    @POST
    @Path("/token")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createSessionToken", summary = "An access token for the session of this browser")
    @APIResponse(responseCode = "200", description = "The session goes on, with a new cookie")
    @APIResponse(responseCode = "401", description = "There is no session; sign in")
    public Uni<RestResponse<SessionTokenView>> token(
            @HeaderParam(GUARD_HEADER) @Parameter(description = "Always `web`") @Nullable String guard,
            @HeaderParam("Sec-Fetch-Site") @Parameter(hidden = true) @Nullable String fetchSite,
            @HeaderParam("Origin") @Parameter(hidden = true) @Nullable String sentOrigin,
            @CookieParam(RefreshCookie.NAME) @Parameter(hidden = true) @Nullable String refresh) {
        refuseForeign(guard, fetchSite, sentOrigin);
        OpaqueToken presented = OpaqueToken.parse(refresh).orElseThrow(this::noSession);
        Client client = new Client(request.clientAddress(), request.userAgent());
        return sessions.renew(presented, client).map(renewal -> switch (renewal) {
            case Renewal.Renewed renewed -> answer(renewed);
            case Renewal.NoSession ignored -> {
                SecurityLog.authenticationFailed(client.address(), SessionFailure.UNKNOWN_SESSION);
                throw noSession();
            }
            case Renewal.Reused ignored -> {
                SecurityLog.authenticationFailed(client.address(), SessionFailure.REFRESH_REUSE);
                throw noSession();
            }
        });
    }

    @POST
    @Path("/sign-out")
    @Operation(operationId = "signOut", summary = "Ends the session of this browser, if there is one")
    @APIResponse(responseCode = "204", description = "There is no session any more")
    public Uni<RestResponse<Void>> signOut(
            @HeaderParam(GUARD_HEADER) @Parameter(description = "Always `web`") @Nullable String guard,
            @HeaderParam("Sec-Fetch-Site") @Parameter(hidden = true) @Nullable String fetchSite,
            @HeaderParam("Origin") @Parameter(hidden = true) @Nullable String sentOrigin,
            @CookieParam(RefreshCookie.NAME) @Parameter(hidden = true) @Nullable String refresh) {
        refuseForeign(guard, fetchSite, sentOrigin);
        return OpaqueToken.parse(refresh)
                .map(presented -> sessions.end(presented, EndReason.SIGN_OUT))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .replaceWith(() -> RestResponse.ResponseBuilder.<Void>noContent()
                        .cookie(cookie.cleared(), browserCookie.cleared())
                        .build());
    }

    private RestResponse<SessionTokenView> answer(Renewal.Renewed renewed) {
        SessionTokenView view = new SessionTokenView(
                renewed.access().text(), "Bearer", renewed.access().lifeInSeconds());
        return RestResponse.ResponseBuilder.ok(view)
                .cookie(cookie.holding(renewed.refresh(), renewed.idleUntil()))
                .build();
    }

    private void refuseForeign(@Nullable String guard, @Nullable String fetchSite, @Nullable String sentOrigin) {
        if (!GUARD_VALUE.equals(guard) || !origin.own(fetchSite, sentOrigin)) {
            throw new ProblemException(
                    CommonProblem.FORBIDDEN, "Only the web client of the suite calls this, with its own header.");
        }
    }

    private ProblemException noSession() {
        return new ProblemException(CommonProblem.UNAUTHENTICATED, "There is no session in this browser.");
    }
}
