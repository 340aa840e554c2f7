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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.factor.RecentProof;
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
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody shows which account an identity is to belong to: by having signed in a moment ago, by mail if need be,
 * and by pressing a button. Opening the page changes nothing.
 */
@Path("/identities/confirm")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Pages")
class IdentityConfirmationResource {

    private final PendingIdentities pending;
    private final Accounts accounts;
    private final Sessions sessions;
    private final RecentProof proof;
    private final SocialPages pages;
    private final Pages allPages;
    private final FormGuard guard;
    private final IdentityCookie identityCookie;

    IdentityConfirmationResource(
            PendingIdentities pending,
            Accounts accounts,
            Sessions sessions,
            RecentProof proof,
            SocialPages pages,
            Pages allPages,
            FormGuard guard,
            IdentityCookie identityCookie) {
        this.pending = pending;
        this.accounts = accounts;
        this.sessions = sessions;
        this.proof = proof;
        this.pages = pages;
        this.allPages = allPages;
        this.guard = guard;
        this.identityCookie = identityCookie;
    }

    @GET
    @Operation(operationId = "showIdentity", summary = "The identity that waits in this browser, and what it waits for")
    public Uni<Response> show(
            @CookieParam(IdentityCookie.NAME) @Parameter(hidden = true) @Nullable String waiting,
            @CookieParam(BrowserCookie.NAME) @Parameter(hidden = true) @Nullable String browser,
            @CookieParam(FormTokens.COOKIE) @Parameter(hidden = true) @Nullable String formCookie) {
        return waiting(waiting)
                .chain(found -> found.map(identity -> show(identity, browser, formCookie))
                        .orElseGet(pages::dead));
    }

    private Uni<Response> show(
            PendingIdentities.Waiting waiting, @Nullable String browser, @Nullable String formCookie) {
        return present(browser).chain(presence -> switch (presence) {
            case Presence.Shown(BrowserSession session) ->
                accounts.get(session.accountId()).chain(account -> pages.confirm(waiting, account, formCookie));
            // Another mail would prove what is proven already.
            case Presence.FactorDue ignored ->
                Uni.createFrom().item(allPages.lead(SignInPages.stepUp(new Continuation(SocialPages.CONFIRM))));
            case Presence.Nobody ignored -> pages.prove(waiting, formCookie);
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "decideIdentity", summary = "Links the identity that waits in this browser, or not")
    public Uni<Response> decide(
            @RestForm("decision") @Nullable String decision,
            @CookieParam(IdentityCookie.NAME) @Parameter(hidden = true) @Nullable String waiting,
            @CookieParam(BrowserCookie.NAME) @Parameter(hidden = true) @Nullable String browser,
            @BeanParam SentForm form) {
        guard.check(form);
        Optional<OpaqueToken> token = OpaqueToken.parse(waiting);
        if (token.isEmpty()) {
            return pages.dead();
        }
        return present(browser)
                .chain(presence -> presence instanceof Presence.Shown(BrowserSession session)
                        ? decide(token.get(), "link".equals(decision), session)
                        : Uni.createFrom().item(allPages.lead(SocialPages.CONFIRM)));
    }

    private Uni<Response> decide(OpaqueToken token, boolean agreed, BrowserSession session) {
        return pending.decide(token, agreed, session)
                .chain(continuation -> continuation
                        .map(onward -> Uni.createFrom().item(allPages.lead(onward.path(), identityCookie.cleared())))
                        .orElseGet(pages::dead))
                // It was linked elsewhere meanwhile.
                .onFailure(ConstraintViolationException.class)
                .recoverWithUni(pages::dead);
    }

    private Uni<Optional<PendingIdentities.Waiting>> waiting(@Nullable String cookie) {
        return OpaqueToken.parse(cookie)
                .map(pending::waiting)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** Who is in front of this browser. */
    private sealed interface Presence {

        /** Somebody who is signed in and has shown himself a moment ago. */
        record Shown(BrowserSession session) implements Presence {}

        /** An administrator who has just signed in, and has a factor that he has not shown. */
        record FactorDue() implements Presence {}

        /** Nobody whom we know well enough. */
        record Nobody() implements Presence {}
    }

    private Uni<Presence> present(@Nullable String browser) {
        return OpaqueToken.parse(browser)
                .map(sessions::behind)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(session -> session.map(
                                found -> proof.standing(found.id()).<Presence>map(standing -> switch (standing) {
                                    case GIVEN -> new Presence.Shown(found);
                                    case FACTOR_DUE -> new Presence.FactorDue();
                                    case STALE -> new Presence.Nobody();
                                }))
                        .orElseGet(() -> Uni.createFrom().item(new Presence.Nobody())));
    }
}
