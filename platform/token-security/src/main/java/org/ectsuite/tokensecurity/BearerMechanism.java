package org.ectsuite.tokensecurity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.ectsuite.webedge.request.RequestFacts;

/**
 * Reads access tokens from the {@code Authorization} header (RFC 6750, section 2.1), and from nowhere else: not from the
 * query, where logs would keep them, nor from cookies. The sub-protocol list of a WebSocket reaches it as that header,
 * since the framework carries it over.
 */
@Singleton
class BearerMechanism implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer";
    private static final String PREFIX = SCHEME + " ";
    private static final String CHALLENGE = SCHEME + " realm=\"ect\"";

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext routing, IdentityProviderManager identityProviders) {
        List<String> headers = routing.request().headers().getAll("Authorization");
        if (headers.size() > 1) {
            // Two readers of one request could each see another caller.
            SecurityLog.authenticationFailed(RequestFacts.clientAddress(routing), TokenRefusal.MALFORMED);
            return Uni.createFrom().failure(new AuthenticationFailedException("More than one Authorization header"));
        }
        if (headers.isEmpty() || !isBearer(headers.getFirst())) {
            return Uni.createFrom().nullItem();
        }
        String token = headers.getFirst().substring(PREFIX.length()).strip();
        return identityProviders.authenticate(
                HttpSecurityUtils.setRoutingContextAttribute(new AccessTokenRequest(token), routing));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        String header = routing.request().getHeader("Authorization");
        // RFC 6750, section 3.1: no error code for who brought no token.
        String challenge = header != null && isBearer(header) ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE;
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", challenge));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(AccessTokenRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext routing) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, SCHEME));
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }

    private static boolean isBearer(String header) {
        return header.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }
}
