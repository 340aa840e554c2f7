package org.ectsuite.auth.oauth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ectsuite.auth.client.ClientGrant;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.protocol.OAuthError;
import org.ectsuite.auth.protocol.OAuthException;
import org.ectsuite.auth.protocol.Parameters;
import org.ectsuite.auth.protocol.ScopeRequest;
import org.ectsuite.auth.session.Client;
import org.ectsuite.auth.session.ClientRenewal;
import org.ectsuite.auth.session.ClientSessions;
import org.ectsuite.tokensecurity.SecurityLog;
import org.ectsuite.webedge.request.RequestInfo;
import org.jspecify.annotations.Nullable;

/**
 * A client comes back without its person (RFC 6749 section 6). Each token is used once and yields its successor; a second
 * use ends the session (RFC 9700 section 4.14.2).
 */
@ApplicationScoped
class RefreshTokenGrant implements Grant {

    private final ClientSessions sessions;
    private final PersonTokens tokens;
    private final RequestInfo request;

    RefreshTokenGrant(ClientSessions sessions, PersonTokens tokens, RequestInfo request) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.request = request;
    }

    @Override
    public ClientGrant grant() {
        return ClientGrant.REFRESH_TOKEN;
    }

    @Override
    public Uni<TokenResponse> exchange(OAuthClient client, Parameters parameters) {
        OpaqueToken presented =
                OpaqueToken.parse(parameters.require("refresh_token")).orElseThrow(RefreshTokenGrant::refusal);
        @Nullable List<String> wanted = parameters.find("scope").map(ScopeRequest::read).orElse(null);
        Client asking = new Client(request.clientAddress(), request.userAgent());
        return sessions.renew(presented, client.requireRegistration(), client.scopes(), wanted, asking)
                .map(renewal -> switch (renewal) {
                    // No nonce: the new ID token answers no request of a browser.
                    case ClientRenewal.Renewed(var given) -> tokens.response(given, client, null);
                    case ClientRenewal.NoSession() -> throw refusal();
                    case ClientRenewal.TooMuch() ->
                        throw new OAuthException(OAuthError.INVALID_SCOPE, "The person has not agreed to this scope");
                    case ClientRenewal.Reused() -> {
                        SecurityLog.authenticationFailed(asking.address(), OAuthFailure.REFRESH_REUSE);
                        throw refusal();
                    }
                });
    }

    private static OAuthException refusal() {
        return new OAuthException(OAuthError.INVALID_GRANT, "The refresh token cannot be used");
    }
}
