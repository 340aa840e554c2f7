package org.ectsuite.tokensecurity;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Answers for the token of a request. */
@Singleton
class AccessTokenIdentityProvider implements IdentityProvider<AccessTokenRequest> {
    private final Identities identities;

    AccessTokenIdentityProvider(Identities identities) {
        this.identities = identities;
    }

    @Override
    public Class<AccessTokenRequest> getRequestType() {
        return AccessTokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(AccessTokenRequest request, AuthenticationRequestContext context) {
        return identities.identify(request.token(), HttpSecurityUtils.getRoutingContextAttribute(request));
    }
}
