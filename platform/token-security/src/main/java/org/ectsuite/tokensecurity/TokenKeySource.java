package org.ectsuite.tokensecurity;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Where the keys of tokens come from: auth-service over HTTP, and within auth-service its own key store. */
public interface TokenKeySource {
    /** The keys as they are now. */
    Uni<PublishedKeys> keys();

    /**
     * A published key set.
     *
     * @param jwks the key set as JSON (RFC 7517)
     * @param maxAge for how long it may be kept
     */
    record PublishedKeys(String jwks, Duration maxAge) {}
}
