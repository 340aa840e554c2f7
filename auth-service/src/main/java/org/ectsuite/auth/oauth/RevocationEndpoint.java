package org.ectsuite.auth.oauth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.protocol.OAuthError;
import org.ectsuite.auth.protocol.OAuthException;
import org.ectsuite.auth.protocol.Parameters;
import org.ectsuite.auth.session.ClientSessions;
import org.ectsuite.auth.session.EndReason;
import org.ectsuite.auth.token.IssuedToken;
import org.ectsuite.auth.token.IssuedTokens;

/**
 * A client gives a token back (RFC 7009). A refresh token ends the session with all its tokens; an access token goes by
 * itself. What is no token, or none any more, is as good as given back.
 */
@ApplicationScoped
class RevocationEndpoint {

    private final ClientSessions sessions;
    private final IssuedTokens tokens;
    private final AccessTokenRevocation revocation;

    RevocationEndpoint(ClientSessions sessions, IssuedTokens tokens, AccessTokenRevocation revocation) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.revocation = revocation;
    }

    /** Fails with {@link OAuthException} if the token is another client's. */
    Uni<Void> revoke(OAuthClient client, Parameters parameters) {
        String token = parameters.require("token");
        Optional<OpaqueToken> refresh = OpaqueToken.parse(token);
        if (refresh.isPresent()) {
            return client.registration() == null
                    ? Uni.createFrom().voidItem()
                    : sessions.end(refresh.get(), client.requireRegistration(), EndReason.REVOKED);
        }
        return tokens.read(token)
                .map(issued -> revoke(client, issued))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> revoke(OAuthClient client, IssuedToken issued) {
        if (!issued.clientId().equals(client.id())) {
            throw new OAuthException(OAuthError.UNAUTHORIZED_CLIENT, "The token was given to another client");
        }
        return revocation.revoke(issued, AuditActor.service(client.id()));
    }
}
