package org.ectsuite.auth.token;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ectsuite.tokensecurity.Scopes;
import org.ectsuite.tokensecurity.ServiceTokens;

/** This service's own tokens for its neighbours: it signs them itself. */
@ApplicationScoped
class LocalServiceTokens implements ServiceTokens {

    private static final String CLIENT_ID = "auth-service";

    private final AccessTokenIssuer issuer;

    LocalServiceTokens(AccessTokenIssuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public Uni<String> bearer(String audience) {
        TokenSubject self = new TokenSubject.Program(CLIENT_ID, List.of(Scopes.NOTIFICATIONS_SEND), List.of(audience));
        return Uni.createFrom().item(() -> issuer.issue(self).text());
    }

    /** Every token is fresh; a neighbour that refuses it will know the key in a moment. */
    @Override
    public void refused(String audience) {}
}
