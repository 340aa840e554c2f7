package org.ectsuite.tokensecurity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import org.ectsuite.webedge.request.RequestFacts;
import org.jspecify.annotations.Nullable;

/** Turns access tokens into the framework's identities, and refusals into lines of the security log. */
@Singleton
class Identities {
    /** By this attribute WebSockets know when to close; its value is a Long of epoch seconds. */
    private static final String EXPIRE_TIME = "quarkus.identity.expire-time";

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final AccessTokens tokens;
    private final String service;
    private final StepUp stepUp;

    Identities(AccessTokens tokens, TokenSecurityConfig config, Clock clock) {
        this.tokens = tokens;
        this.service = config.service();
        this.stepUp = new StepUp(config.stepUpWindow(), clock);
    }

    Uni<SecurityIdentity> identify(String token, @Nullable RoutingContext routing) {
        return tokens.verify(token)
                .map(caller -> bounded(caller, reads(routing)))
                .onFailure(TokenRefusedException.class)
                .transform(failure -> refused(failure, routing));
    }

    private SecurityIdentity bounded(Caller accepted, boolean reads) {
        Caller scoped = ApiKeys.bounded(accepted, service, reads);
        Caller caller = stepUp.bounded(scoped, reads);
        return identity(caller, !caller.equals(scoped));
    }

    /** An open WebSocket sends events and takes no commands. */
    private static boolean reads(@Nullable RoutingContext routing) {
        return routing == null || READS.contains(routing.request().method());
    }

    private static SecurityIdentity identity(Caller caller, boolean steppedDown) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.subject()))
                .addRoles(caller.roles())
                .addPermissionsAsString(caller.scopes())
                .addAttribute(Caller.ATTRIBUTE, caller)
                .addAttribute(StepUp.NEEDED, steppedDown)
                .addAttribute(EXPIRE_TIME, caller.expiresAt().getEpochSecond())
                .build();
    }

    private static AuthenticationFailedException refused(
            TokenRefusedException refused, @Nullable RoutingContext routing) {
        SecurityLog.authenticationFailed(RequestFacts.clientAddress(routing), refused.reason());
        return new AuthenticationFailedException(refused.getMessage(), refused);
    }
}
