package org.ectsuite.auth.social;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.auth.page.FormTokens;
import org.ectsuite.auth.page.Pages;
import org.ectsuite.auth.signin.Continuation;
import org.ectsuite.auth.signin.SignInPages;
import org.jspecify.annotations.Nullable;

/** The pages between a provider's word and an open door. */
@ApplicationScoped
class SocialPages {

    static final String CONFIRM = "/auth/identities/confirm";

    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int GONE = 410;

    private final Pages pages;
    private final SignInPages signInPages;
    private final FormTokens tokens;
    private final ProviderCookie cookie;

    SocialPages(Pages pages, SignInPages signInPages, FormTokens tokens, ProviderCookie cookie) {
        this.pages = pages;
        this.signInPages = signInPages;
        this.tokens = tokens;
        this.cookie = cookie;
    }

    /** Nobody was signed in; the other ways are open. */
    Uni<Response> failed(Provider provider, SocialFailure why, Continuation continuation, @Nullable String formCookie) {
        return signInPages.elseways(why.status(), words(provider, why), continuation, formCookie, cookie.cleared());
    }

    /** There is no account, and none may be made. */
    Uni<Response> notAdmitted(Continuation continuation, @Nullable String formCookie) {
        return signInPages.elseways(FORBIDDEN, messages().notAdmitted(), continuation, formCookie, cookie.cleared());
    }

    /** Nothing was linked. */
    Uni<Response> notLinked(Provider provider, SocialFailure why) {
        return pages.show(why.status(), new NotLinkedPage(provider.title(), words(provider, why)), cookie.cleared());
    }

    /** Whose account is an identity to belong to? */
    Uni<Response> prove(PendingIdentities.Waiting waiting, @Nullable String formCookie) {
        FormTokens.FormToken token = tokens.issue(formCookie);
        UpstreamPerson person = waiting.person();
        EmailAddress email = person.email();
        ProveAccountPage page = new ProveAccountPage(
                person.provider().title(),
                email == null ? "" : email.text(),
                person.vouched(),
                CONFIRM,
                SignInPages.address(waiting.continuation()),
                token.field());
        return pages.show(OK, page, token.cookie());
    }

    /** Is an identity to open this account? */
    Uni<Response> confirm(PendingIdentities.Waiting waiting, AccountView account, @Nullable String formCookie) {
        FormTokens.FormToken token = tokens.issue(formCookie);
        ConfirmIdentityPage page = new ConfirmIdentityPage(
                waiting.person().provider().title(),
                waiting.person().label(),
                account.email().text(),
                token.field());
        return pages.show(OK, page, token.cookie());
    }

    /** Nothing waits any more. */
    Uni<Response> dead() {
        return pages.show(GONE, new DeadIdentityPage());
    }

    private String words(Provider provider, SocialFailure why) {
        SocialMessages messages = messages();
        String name = provider.title();
        return switch (why) {
            case FOREIGN_STATE -> messages.foreignState();
            case PROVIDER_REFUSED -> messages.refused(name);
            case CODE_REFUSED -> messages.codeRefused(name);
            case PROVIDER_MISCONFIGURED -> messages.misconfigured(name);
            case PROVIDER_UNAVAILABLE -> messages.unavailable(name);
            case PROVIDER_UNTRUSTED -> messages.untrusted(name);
            case IDENTITY_TAKEN -> messages.taken(name);
            case SIGNED_OUT -> messages.signedOut();
            case TOO_MANY_IDENTITIES -> messages.tooMany();
            case OVERTAKEN, SUSPENDED_ACCOUNT -> messages.overtaken();
        };
    }

    private SocialMessages messages() {
        return pages.words(SocialMessages.class);
    }
}
