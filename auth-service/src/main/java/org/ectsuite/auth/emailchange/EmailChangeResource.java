package org.ectsuite.auth.emailchange;

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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.page.FormGuard;
import org.ectsuite.auth.page.FormTokens;
import org.ectsuite.auth.page.Pages;
import org.ectsuite.auth.page.SentForm;
import org.ectsuite.tokensecurity.SecurityLog;
import org.ectsuite.webedge.limit.SignInLimited;
import org.ectsuite.webedge.request.RequestInfo;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The pages behind the links in mails about a change of address. Opening one changes nothing; a form with a token does. */
@Path("/email-change")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Pages")
class EmailChangeResource {

    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;

    private final EmailChanges changes;
    private final Pages pages;
    private final FormTokens tokens;
    private final FormGuard guard;
    private final RequestInfo request;

    EmailChangeResource(EmailChanges changes, Pages pages, FormTokens tokens, FormGuard guard, RequestInfo request) {
        this.changes = changes;
        this.pages = pages;
        this.tokens = tokens;
        this.guard = guard;
        this.request = request;
    }

    @GET
    @Operation(operationId = "showEmailChange", summary = "Asks whether a new address is confirmed")
    public Uni<Response> show(
            @QueryParam("t") @Parameter(description = "The secret of the link") @Nullable String secret,
            @CookieParam(FormTokens.COOKIE) @Parameter(hidden = true) @Nullable String formCookie) {
        return ask(secret, false, changes::toConfirm, formCookie);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignInLimited
    @Operation(operationId = "confirmEmailChange", summary = "Gives an account its new address")
    public Uni<Response> confirm(@RestForm("t") @Nullable String secret, @BeanParam SentForm form) {
        guard.check(form);
        return act(secret, changes::confirm, "confirmed");
    }

    @GET
    @Path("/undo")
    @Operation(operationId = "showEmailChangeUndo", summary = "Asks whether a change of address is taken back")
    public Uni<Response> showUndo(
            @QueryParam("t") @Parameter(description = "The secret of the link") @Nullable String secret,
            @CookieParam(FormTokens.COOKIE) @Parameter(hidden = true) @Nullable String formCookie) {
        return ask(secret, true, changes::toUndo, formCookie);
    }

    @POST
    @Path("/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignInLimited
    @Operation(
            operationId = "undoEmailChange",
            summary = "Gives an account its former address back, and ends its sessions")
    public Uni<Response> undo(@RestForm("t") @Nullable String secret, @BeanParam SentForm form) {
        guard.check(form);
        return act(secret, changes::undo, "undone");
    }

    private Uni<Response> ask(
            @Nullable String secret,
            boolean undo,
            Function<OpaqueToken, Uni<Optional<EmailAddress>>> offer,
            @Nullable String formCookie) {
        Optional<OpaqueToken> link = OpaqueToken.parse(secret);
        if (link.isEmpty()) {
            return dead();
        }
        return offer.apply(link.get())
                .chain(found -> found.map(email -> {
                            FormTokens.FormToken token = tokens.issue(formCookie);
                            EmailChangePage page = new EmailChangePage(
                                    undo, email.text(), link.get().text(), token.field());
                            return pages.show(OK, page, token.cookie());
                        })
                        .orElseGet(this::dead));
    }

    private Uni<Response> act(
            @Nullable String secret, Function<OpaqueToken, Uni<EmailChanges.Outcome>> deed, String done) {
        return OpaqueToken.parse(secret)
                .map(deed)
                .orElseGet(() -> Uni.createFrom().item(EmailChanges.Outcome.DEAD))
                .chain(outcome -> switch (outcome) {
                    case DONE -> pages.show(OK, new EmailChangeDonePage(done));
                    case TAKEN -> pages.show(CONFLICT, new EmailChangeDonePage("taken"));
                    case DEAD -> {
                        SecurityLog.authenticationFailed(request.clientAddress(), EmailChangeFailure.DEAD_LINK);
                        yield dead();
                    }
                });
    }

    private Uni<Response> dead() {
        return pages.show(GONE, new EmailChangeDonePage("dead"));
    }
}
