package org.ectsuite.auth.oauth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ectsuite.auth.apikey.ApiKeyService;
import org.ectsuite.auth.apikey.KeyHolder;
import org.ectsuite.auth.protocol.OAuthError;
import org.ectsuite.auth.protocol.OAuthException;
import org.ectsuite.auth.protocol.Parameters;
import org.ectsuite.auth.protocol.ScopeRequest;
import org.ectsuite.auth.token.AccessToken;
import org.ectsuite.auth.token.AccessTokenIssuer;

/**
 * A program gets a token in the name of the person whose API key it holds: the client credentials grant, with the key's id
 * and secret for those of a client.
 */
@ApplicationScoped
class ApiKeyGrant {

    private final ApiKeyService keys;
    private final AccessTokenIssuer issuer;

    ApiKeyGrant(ApiKeyService keys, AccessTokenIssuer issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    /** Whether these credentials are meant to be an API key's. */
    boolean appliesTo(ClientProof.Secret credentials) {
        return ApiKeyService.meant(credentials.secret());
    }

    /** Fails with {@link OAuthException}. */
    Uni<TokenResponse> exchange(ClientProof.Secret credentials, String grantType, Parameters parameters) {
        return keys.authenticate(credentials.id(), credentials.secret())
                .map(holder -> holder.orElseThrow(
                        () -> new OAuthException(OAuthError.INVALID_CLIENT, "The client is not known by this secret")))
                .map(holder -> answer(holder, grantType, parameters));
    }

    private TokenResponse answer(KeyHolder holder, String grantType, Parameters parameters) {
        if (!grantType.equals("client_credentials")) {
            throw new OAuthException(OAuthError.UNAUTHORIZED_CLIENT, "API keys use the client credentials grant");
        }
        List<String> scopes = ScopeRequest.grant(parameters.find("scope"), holder.scopes());
        if (scopes.isEmpty()) {
            throw new OAuthException(OAuthError.INVALID_SCOPE, "Nothing is left that the key may do");
        }
        AccessToken token = issuer.issue(holder.subject(scopes));
        return TokenResponse.of(token, scopes);
    }
}
