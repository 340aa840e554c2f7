package org.ectsuite.auth.authorization;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.ectsuite.auth.page.FormTokens;
import org.ectsuite.auth.page.Pages;
import org.ectsuite.auth.signin.Continuation;
import org.ectsuite.auth.signin.SignInPages;
import org.ectsuite.webedge.request.RequestInfo;
import org.jspecify.annotations.Nullable;

/** Shows people where they go next. */
@ApplicationScoped
class AuthorizationPages {

    private static final String RESUME = "/auth/oauth/authorize/resume?request=";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int GONE = 410;

    private final Pages pages;
    private final FormTokens tokens;
    private final RequestInfo request;

    AuthorizationPages(Pages pages, FormTokens tokens, RequestInfo request) {
        this.pages = pages;
        this.tokens = tokens;
        this.request = request;
    }

    /**
     * On the way.
     *
     * @param afterForm whether the person comes from a form of ours
     */
    Uni<Response> show(Next next, boolean afterForm, @Nullable String formCookie) {
        return switch (next) {
            case Next.Back back ->
                afterForm
                        ? pages.leadAwayAfterForm(back.address(), back.clientName())
                        : Uni.createFrom().item(pages.leadAway(back.address()));
            case Next.SignIn signIn -> Uni.createFrom().item(pages.lead(address(signIn)));
            case Next.Ask ask -> consent(ask, formCookie);
            case Next.Unsafe() -> pages.show(BAD_REQUEST, new RefusedPage(false, request.id()));
            case Next.Over() -> pages.show(GONE, new RefusedPage(true, request.id()));
        };
    }

    private static String address(Next.SignIn signIn) {
        Continuation resume = new Continuation(RESUME + signIn.handle().text());
        return signIn.loginHint()
                .map(hint -> SignInPages.address(resume, hint))
                .orElseGet(() -> SignInPages.address(resume));
    }

    private Uni<Response> consent(Next.Ask ask, @Nullable String formCookie) {
        FormTokens.FormToken token = tokens.issue(formCookie);
        String handle = ask.handle().text();
        ConsentMessages messages = pages.words(ConsentMessages.class);
        ConsentPage page = new ConsentPage(
                ask.client().name(),
                ask.account().email().text(),
                ask.scopes().stream()
                        .map(scope -> ScopeWords.words(scope, messages))
                        .toList(),
                host(ask.redirectUri()),
                handle,
                SignInPages.address(new Continuation(RESUME + handle)),
                token.field());
        return pages.show(OK, page, token.cookie());
    }

    /** The host, or the scheme of a program on the person's own device. */
    private static String host(String redirectUri) {
        URI uri = URI.create(redirectUri);
        return uri.getHost() == null ? uri.getScheme() : uri.getHost();
    }
}
