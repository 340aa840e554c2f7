package org.ectsuite.auth.device;

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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.authorization.ConsentMessages;
import org.ectsuite.auth.authorization.ScopeWords;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.page.FormGuard;
import org.ectsuite.auth.page.FormTokens;
import org.ectsuite.auth.page.Pages;
import org.ectsuite.auth.page.SentForm;
import org.ectsuite.auth.session.BrowserCookie;
import org.ectsuite.auth.session.BrowserSession;
import org.ectsuite.auth.session.Sessions;
import org.ectsuite.auth.signin.Continuation;
import org.ectsuite.auth.signin.SignInPages;
import org.ectsuite.tokensecurity.SecurityLog;
import org.ectsuite.webedge.limit.SignInLimited;
import org.ectsuite.webedge.request.RequestInfo;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Where people type the code that a device shows, and say whether it may. */
@Path("/device")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Pages")
class DeviceResource {

    private static final String SELF = "/auth/device";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Devices devices;
    private final Sessions sessions;
    private final Pages pages;
    private final FormTokens tokens;
    private final FormGuard guard;
    private final RequestInfo request;

    DeviceResource(
            Devices devices, Sessions sessions, Pages pages, FormTokens tokens, FormGuard guard, RequestInfo request) {
        this.devices = devices;
        this.sessions = sessions;
        this.pages = pages;
        this.tokens = tokens;
        this.guard = guard;
        this.request = request;
    }

    @GET
    @Operation(operationId = "showDevice", summary = "The page that takes a device's code; people sign in first")
    public Uni<Response> show(
            @QueryParam("user_code") @Parameter(description = "The code, if the address says it") @Nullable String typed,
            @CookieParam(BrowserCookie.NAME) @Parameter(hidden = true) @Nullable String browser,
            @CookieParam(FormTokens.COOKIE) @Parameter(hidden = true) @Nullable String formCookie) {
        Optional<UserCode> code = UserCode.parse(typed);
        return signedIn(
                browser, code, session -> page(OK, code.map(UserCode::grouped).orElse(""), formCookie, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignInLimited
    @Operation(operationId = "findDevice", summary = "Asks whether the device with this code may")
    public Uni<Response> find(
            @RestForm("user_code") @Nullable String typed,
            @CookieParam(BrowserCookie.NAME) @Parameter(hidden = true) @Nullable String browser,
            @BeanParam SentForm form) {
        guard.check(form);
        Optional<UserCode> code = UserCode.parse(typed);
        return signedIn(
                browser,
                code,
                session -> code.map(known -> find(known, session, form))
                        .orElseGet(() ->
                                page(BAD_REQUEST, "", form.cookie(), messages().invalid())));
    }

    private Uni<Response> find(UserCode code, BrowserSession session, SentForm form) {
        return devices.find(code, session).chain(found -> switch (found) {
            case Devices.Found.Waiting waiting -> consent(waiting, form);
            case Devices.Found.Nothing() -> {
                SecurityLog.authenticationFailed(request.clientAddress(), DeviceFailure.UNKNOWN_USER_CODE);
                yield page(
                        BAD_REQUEST, code.grouped(), form.cookie(), messages().unknown());
            }
            case Devices.Found.TooMany(Duration pause) ->
                page(TOO_MANY_REQUESTS, "", form.cookie(), messages().tooMany(pause.toMinutes()));
        });
    }

    @POST
    @Path("/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignInLimited
    @Operation(operationId = "decideDevice", summary = "Lets a device in, or not")
    public Uni<Response> decide(
            @RestForm("user_code") @Nullable String typed,
            @RestForm("decision") @Nullable String decision,
            @CookieParam(BrowserCookie.NAME) @Parameter(hidden = true) @Nullable String browser,
            @BeanParam SentForm form) {
        guard.check(form);
        Optional<UserCode> code = UserCode.parse(typed);
        boolean agreed = "agree".equals(decision);
        return signedIn(
                browser,
                code,
                session -> code.map(known -> devices.decide(known, agreed, session))
                        .orElseGet(() -> Uni.createFrom().item(false))
                        .chain(done -> done
                                ? pages.show(OK, new DeviceDonePage(agreed))
                                : page(
                                        BAD_REQUEST,
                                        "",
                                        form.cookie(),
                                        messages().unknown())));
    }

    private Uni<Response> signedIn(
            @Nullable String browser, Optional<UserCode> code, Function<BrowserSession, Uni<Response>> page) {
        Continuation back = new Continuation(
                code.map(known -> SELF + "?user_code=" + known.grouped()).orElse(SELF));
        return OpaqueToken.parse(browser)
                .map(sessions::behind)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(session -> session.map(page)
                        .orElseGet(() -> Uni.createFrom().item(pages.lead(SignInPages.address(back)))));
    }

    private Uni<Response> page(int status, String typed, @Nullable String formCookie, @Nullable String error) {
        FormTokens.FormToken token = tokens.issue(formCookie);
        return pages.show(status, new DeviceCodePage(typed, token.field(), error), token.cookie());
    }

    private Uni<Response> consent(Devices.Found.Waiting waiting, SentForm form) {
        FormTokens.FormToken token = tokens.issue(form.cookie());
        DeviceConsentPage page = new DeviceConsentPage(
                waiting.client().name(),
                waiting.code().grouped(),
                ScopeWords.of(waiting.scopes(), pages.words(ConsentMessages.class)),
                token.field());
        return pages.show(OK, page, token.cookie());
    }

    private DeviceMessages messages() {
        return pages.words(DeviceMessages.class);
    }
}
