package org.ectsuite.auth.magiclink;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.ectsuite.auth.account.Ban;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.page.FormTokens;
import org.ectsuite.auth.page.Pages;
import org.ectsuite.auth.signin.SignInPages;
import org.jspecify.annotations.Nullable;

/** Shows the pages of sign-in by mail. */
@ApplicationScoped
class MagicLinkPages {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int GONE = 410;

    private final Pages pages;
    private final SignInPages signInPages;
    private final FormTokens tokens;
    private final BinderCookie binderCookie;

    MagicLinkPages(Pages pages, SignInPages signInPages, FormTokens tokens, BinderCookie binderCookie) {
        this.pages = pages;
        this.signInPages = signInPages;
        this.tokens = tokens;
        this.binderCookie = binderCookie;
    }

    Uni<Response> code(PendingLink waiting, @Nullable String formCookie) {
        return code(OK, waiting, formCookie, null);
    }

    Uni<Response> unreadableCode(PendingLink waiting, @Nullable String formCookie) {
        return code(BAD_REQUEST, waiting, formCookie, messages().codeInvalid());
    }

    Uni<Response> wrongCode(PendingLink waiting, @Nullable String formCookie) {
        return code(BAD_REQUEST, waiting, formCookie, messages().codeWrong());
    }

    private Uni<Response> code(int status, PendingLink waiting, @Nullable String formCookie, @Nullable String error) {
        FormTokens.FormToken token = tokens.issue(formCookie);
        CodePage page = new CodePage(
                waiting.email(),
                waiting.minutesLeft(),
                SignInPages.address(waiting.continuation()),
                token.field(),
                error);
        return pages.show(status, page, token.cookie());
    }

    Uni<Response> confirm(PendingLink pending, OpaqueToken link, @Nullable String formCookie) {
        FormTokens.FormToken token = tokens.issue(formCookie);
        return pages.show(OK, new LinkPage(pending.email(), link.text(), token.field()), token.cookie());
    }

    Uni<Response> elsewhere(SignInCode code) {
        // For screen readers: characters one by one.
        String spoken = String.join(" ", code.text().split("", 0));
        return pages.show(OK, new ElsewherePage(code.grouped(), spoken));
    }

    Uni<Response> dead() {
        return pages.show(GONE, new DeadLinkPage());
    }

    Uni<Response> notAdmitted() {
        return pages.show(FORBIDDEN, new NotAdmittedPage(), binderCookie.cleared());
    }

    Uni<Response> suspended(Ban ban) {
        return signInPages.suspended(ban, binderCookie.cleared());
    }

    private MagicLinkMessages messages() {
        return pages.words(MagicLinkMessages.class);
    }
}
