package org.ectsuite.auth.oauth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.ectsuite.auth.client.ClientAuthentication;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.protocol.OAuthError;
import org.ectsuite.auth.protocol.OAuthException;
import org.ectsuite.auth.protocol.Parameters;
import org.ectsuite.auth.revocation.RevocationLedger;
import org.ectsuite.auth.token.IssuedToken;
import org.ectsuite.auth.token.IssuedTokens;

/** Tells a service what an access token that was sent to it is worth (RFC 7662); nobody else learns anything. */
@ApplicationScoped
class IntrospectionEndpoint {

    private final IssuedTokens tokens;
    private final RevocationLedger ledger;

    IntrospectionEndpoint(IssuedTokens tokens, RevocationLedger ledger) {
        this.tokens = tokens;
        this.ledger = ledger;
    }

    Uni<Introspection> introspect(OAuthClient asking, Parameters parameters) {
        String token = parameters.require("token");
        if (asking.authentication() == ClientAuthentication.NONE) {
            throw new OAuthException(OAuthError.INVALID_CLIENT, "Only programs that show who they are may ask");
        }
        Optional<IssuedToken> intended =
                tokens.read(token).filter(issued -> issued.audiences().contains(asking.id()));
        return intended.map(
                        issued -> ledger.revoked(issued.sessionId(), issued.subject(), issued.id(), issued.issuedAt())
                                .map(revoked -> revoked ? Introspection.INACTIVE : Introspection.of(issued)))
                .orElseGet(() -> Uni.createFrom().item(Introspection.INACTIVE));
    }
}
