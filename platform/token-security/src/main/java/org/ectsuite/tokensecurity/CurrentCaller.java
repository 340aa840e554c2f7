package org.ectsuite.tokensecurity;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The caller of the present request or WebSocket message. Where an endpoint is open to all, nobody looked at a token, so
 * there is no caller even if one was sent.
 */
@RequestScoped
public class CurrentCaller {
    private final CurrentVertxRequest request;
    private final CurrentIdentityAssociation identity;

    CurrentCaller(CurrentVertxRequest request, CurrentIdentityAssociation identity) {
        this.request = request;
        this.identity = identity;
    }

    /**
     * The caller.
     *
     * @throws UnauthorizedException if there is none
     */
    public Caller get() {
        return find().orElseThrow(() -> new UnauthorizedException("There is no caller"));
    }

    /** The caller, if there is one. */
    public Optional<Caller> find() {
        return Optional.ofNullable(caller());
    }

    private @Nullable Caller caller() {
        RoutingContext routing = request.getCurrent();
        if (routing == null) {
            return ofNoRequest();
        }
        // Asked first, since the association would authenticate now, although the endpoint is open to all.
        return routing.user() instanceof QuarkusHttpUser user ? Caller.find(user.getSecurityIdentity()) : null;
    }

    /**
     * A message of a WebSocket, whose identity is known, or a scheduled job, which has none. Either is at hand, so nothing
     * waits; to ask for the identity itself would forbid event loops.
     */
    private @Nullable Caller ofNoRequest() {
        CompletableFuture<SecurityIdentity> known =
                identity.getDeferredIdentity().subscribeAsCompletionStage();
        SecurityIdentity now = known.isCompletedExceptionally() ? null : known.getNow(null);
        return now == null ? null : Caller.find(now);
    }
}
