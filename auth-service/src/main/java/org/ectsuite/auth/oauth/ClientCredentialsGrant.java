package org.ectsuite.auth.oauth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ectsuite.auth.client.ServiceClient;
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
    public String type() {
        return "client_credentials";
    }

    @Override
    public Uni<TokenResponse> exchange(ServiceClient client, TokenRequest request) {
        List<String> scopes = ScopeRequest.grant(request.find("scope"), client.scopes());
        List<String> audiences = request.find("audience")
                .map(audience -> bounded(audience, client.audiences()))
                .orElseGet(() -> List.copyOf(new TreeSet<>(client.audiences())));
        AccessToken token = issuer.issue(new TokenSubject.Program(client.id(), scopes, audiences));
        return Uni.createFrom()
                .item(new TokenResponse(token.text(), "Bearer", token.lifeInSeconds(), String.join(" ", scopes)));
    }

    private static List<String> bounded(String audience, Set<String> allowed) {
        if (!allowed.contains(audience)) {
            throw new OAuthException(OAuthError.INVALID_TARGET, "The client gets no tokens for this audience");
        }
        return List.of(audience);
    }
}
