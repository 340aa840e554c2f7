package org.ectsuite.tokensecurity;

import io.smallrye.mutiny.Uni;

/** This service's own access tokens, for calls to its neighbours. */
public interface ServiceTokens {
    /**
     * A token that is good for long enough to make a call.
     *
     * @param audience the service to be called, like {@code notification-service}
     */
    Uni<String> bearer(String audience);

    /** The neighbour answered 401: the next call wants a fresh token. */
    void refused(String audience);
}
