package org.ectsuite.auth.social;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.UUID;
import org.ectsuite.auth.opaque.OpaqueTokens;
import org.ectsuite.auth.signin.Continuation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends browsers to providers. */
@ApplicationScoped
class Departures {

    private static final Logger LOG = Logger.getLogger(Departures.class);

    private final Attempts attempts;
    private final OpaqueTokens secrets;
    private final ProviderCookie cookie;
    private final SocialConfig config;

    Departures(Attempts attempts, OpaqueTokens secrets, ProviderCookie cookie, SocialConfig config) {
        this.attempts = attempts;
        this.secrets = secrets;
        this.cookie = cookie;
        this.config = config;
    }

    /**
     * The way to a provider.
     *
     * @param address where the browser goes
     * @param cookie what it holds until it is back
     */
    record Way(String address, NewCookie cookie) {}

    /**
     * Opens the way; fails with an {@link UpstreamException} if the provider is not there.
     *
     * @param sessionId the session in which an identity is to be linked; null: it is to sign in
     */
    Uni<Way> open(Upstream upstream, Continuation continuation, @Nullable UUID sessionId) {
        Upstream.Departure departure = new Upstream.Departure(secrets.next(), secrets.next(), secrets.next());
        return upstream.address(departure)
                .call(() -> attempts.begin(upstream.provider(), departure, continuation, sessionId))
                .map(address -> new Way(address, cookie.holding(departure.verifier(), config.attemptLife())))
                .onFailure(UpstreamException.class)
                .invoke(failure -> LOG.warnf(
                        "%s cannot be asked who somebody is: %s",
                        upstream.provider().title(), failure.getMessage()));
    }
}
