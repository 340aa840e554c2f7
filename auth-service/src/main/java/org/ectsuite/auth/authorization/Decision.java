package org.ectsuite.auth.authorization;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.auth.protocol.OAuthError;
import org.ectsuite.auth.session.BrowserSession;

/** What to do with a good authorization request (OpenID Connect Core sections 3.1.2.3 and 3.1.2.4). */
sealed interface Decision {

    /** Nobody, or not the right one, or too long ago: the person signs in. */
    record SignIn() implements Decision {}

    /** The person is asked whether he agrees. */
    record Ask(BrowserSession session) implements Decision {}

    /** The client gets its code. */
    record Grant(BrowserSession session) implements Decision {}

    /** The client gets an error. */
    record Refuse(OAuthError error, String description) implements Decision {}

    /**
     * What is known when deciding.
     *
     * @param arrivedAt when the request came first: signing in later than that counts as fresh
     * @param resumed whether the person has been asked to sign in for this request already
     * @param expected whom the client expects, if it said so
     * @param session who is signed in in the browser
     * @param agreed whether he has agreed to all of it, at whatever time
     * @param asked whether he has just agreed, on the page for this request
     */
    record Facts(
            Instant arrivedAt,
            boolean resumed,
            Optional<UUID> expected,
            Optional<BrowserSession> session,
            boolean agreed,
            boolean asked) {}

    static Decision on(AuthorizationRequest request, Facts facts) {
        Optional<BrowserSession> session = facts.session().filter(found -> fresh(request, found, facts.arrivedAt()));
        if (session.isEmpty()) {
            return request.silent() ? new Refuse(OAuthError.LOGIN_REQUIRED, "The person must sign in") : new SignIn();
        }
        if (facts.expected().isPresent()
                && !facts.expected().get().equals(session.get().accountId())) {
            return request.silent() || facts.resumed()
                    ? new Refuse(OAuthError.LOGIN_REQUIRED, "Another person is signed in")
                    : new SignIn();
        }
        boolean mustAsk =
                request.prompts().contains(Prompt.CONSENT) || request.prompts().contains(Prompt.SELECT_ACCOUNT);
        if (!facts.asked() && (mustAsk || !facts.agreed())) {
            return request.silent()
                    ? new Refuse(OAuthError.CONSENT_REQUIRED, "The person must agree")
                    : new Ask(session.get());
        }
        return new Grant(session.get());
    }

    private static boolean fresh(AuthorizationRequest request, BrowserSession session, Instant arrivedAt) {
        if (request.prompts().contains(Prompt.LOGIN) && session.signedInAt().isBefore(arrivedAt)) {
            return false;
        }
        return request.maxAge()
                .map(age -> !session.signedInAt().isBefore(arrivedAt.minus(age)))
                .orElse(true);
    }
}
