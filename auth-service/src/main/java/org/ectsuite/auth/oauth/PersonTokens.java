package org.ectsuite.auth.oauth;

import jakarta.enterprise.context.ApplicationScoped;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.client.PersonScope;
import org.ectsuite.auth.idtoken.IdTokens;
import org.ectsuite.auth.session.ClientTokens;
import org.jspecify.annotations.Nullable;

/** The answer to a client that acts for a person: with an ID token if it asked who that is. */
@ApplicationScoped
class PersonTokens {

    private final IdTokens idTokens;

    PersonTokens(IdTokens idTokens) {
        this.idTokens = idTokens;
    }

    TokenResponse response(ClientTokens given, OAuthClient client, @Nullable String nonce) {
        String idToken =
                given.scopes().contains(PersonScope.OPENID.text()) ? idTokens.write(given, client, nonce) : null;
        return TokenResponse.of(given, idToken);
    }
}
