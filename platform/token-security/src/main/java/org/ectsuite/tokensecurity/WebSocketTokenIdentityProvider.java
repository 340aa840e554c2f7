package org.ectsuite.tokensecurity;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.quarkus.websockets.next.runtime.spi.security.WebSocketIdentityUpdateRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * Answers for a token that came through an open WebSocket ({@code WebSocketSecurity.updateSecurityIdentity}). The
 * framework itself refuses a token of another subject and moves the closing time of the connection.
 */
@Singleton
class WebSocketTokenIdentityProvider implements IdentityProvider<WebSocketIdentityUpdateRequest> {
    private final Identities identities;

    WebSocketTokenIdentityProvider(Identities identities) {
        this.identities = identities;
    }

    @Override
    public Class<WebSocketIdentityUpdateRequest> getRequestType() {
        return WebSocketIdentityUpdateRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            WebSocketIdentityUpdateRequest request, AuthenticationRequestContext context) {
        return identities.identify(
                request.getCredential().getToken(), HttpSecurityUtils.getRoutingContextAttribute(request));
    }
}
