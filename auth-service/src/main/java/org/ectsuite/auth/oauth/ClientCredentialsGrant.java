package org.ectsuite.auth.oauth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ectsuite.auth.client.ClientGrant;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.client.PersonScope;
import org.ectsuite.auth.protocol.OAuthError;
import org.ectsuite.auth.protocol.OAuthException;
import org.ectsuite.auth.protocol.Parameters;
import org.ectsuite.auth.protocol.ScopeRequest;
import org.ectsuite.auth.token.AccessToken;
import org.ectsuite.auth.token.AccessTokenIssuer;
import org.ectsuite.auth.token.TokenSubject;

/** A program gets a token in its own name (RFC 6749 section 4.4). */
@ApplicationScoped
class ClientCredentialsGrant implements Grant {

    private final AccessTokenIssuer issuer;

    ClientCredentialsGrant(AccessTokenIssuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public ClientGrant grant() {
        return ClientGrant.CLIENT_CREDENTIALS;
    }

    @Override
    public Uni<TokenResponse> exchange(OAuthClient client, Parameters parameters) {
        List<String> scopes = ScopeRequest.grant(parameters.find("scope"), own(client));
        List<String> audiences = parameters
                .find("audience")
                .map(audience -> bounded(audience, client.audiences()))
                .orElseGet(() -> List.copyOf(new TreeSet<>(client.audiences())));
        AccessToken token = issuer.issue(new TokenSubject.Program(client.id(), scopes, audiences));
        return Uni.createFrom().item(TokenResponse.of(token, scopes));
    }

    /** What the client may ask people for is not its own. */
    private static List<String> own(OAuthClient client) {
        return client.scopes().stream()
                .filter(scope -> PersonScope.of(scope).isEmpty())
                .toList();
    }

    private static List<String> bounded(String audience, Set<String> allowed) {
        if (!allowed.contains(audience)) {
            throw new OAuthException(OAuthError.INVALID_TARGET, "The client gets no tokens for this audience");
        }
        return List.of(audience);
    }
}
