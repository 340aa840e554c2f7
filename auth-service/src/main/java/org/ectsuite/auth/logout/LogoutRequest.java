package org.ectsuite.auth.logout;

import java.util.Optional;
import java.util.UUID;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.idtoken.IdTokenHint;
import org.ectsuite.auth.session.BrowserSession;
import org.jspecify.annotations.Nullable;

/**
 * A client's wish that its person be signed out (OpenID Connect RP-Initiated Logout section 2).
 *
 * @param client whoever wishes it, if that is known
 * @param hint an ID token of ours
 * @param redirectUri where the person wants to go afterwards; null for nowhere
 * @param state what the client sent along, to be sent back
 */
record LogoutRequest(
        Optional<OAuthClient> client,
        Optional<IdTokenHint> hint,
        @Nullable String redirectUri,
        @Nullable String state) {

    /** What to do with it. */
    enum Course {
        /** The client, or the address, is not what it seems: nobody is sent anywhere, and nobody is signed out. */
        REFUSE,
        /** Anybody could have sent the person here: he is asked. */
        ASK,
        /** The client has shown that it speaks of this very person: he is signed out. */
        SIGN_OUT,
        /** Nobody is signed in. */
        NOTHING
    }

    /** What to do, given who is signed in in the browser. */
    Course course(Optional<BrowserSession> session) {
        boolean contradiction = hint.isPresent()
                && client.isPresent()
                && !hint.get().clientId().equals(client.get().id());
        if (contradiction || !redirectAllowed()) {
            return Course.REFUSE;
        }
        if (session.isEmpty()) {
            return Course.NOTHING;
        }
        UUID person = session.get().accountId();
        return hint.filter(known -> known.subject().equals(person)).isPresent() ? Course.SIGN_OUT : Course.ASK;
    }

    /** Only to an address that the client has registered for this, character by character. */
    private boolean redirectAllowed() {
        return redirectUri == null
                || client.filter(known -> known.postLogoutRedirectUris().contains(redirectUri))
                        .isPresent();
    }
}
