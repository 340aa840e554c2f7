package org.ectsuite.auth.keys;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.ectsuite.tokensecurity.TokenKeySource;

/** The published keys for this service's own doors. */
@ApplicationScoped
class LocalTokenKeySource implements TokenKeySource {

    /** They are at hand: nothing is spared by keeping them. */
    private static final Duration MAX_AGE = Duration.ofSeconds(10);

    private final SigningKeys keys;

    LocalTokenKeySource(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public Uni<PublishedKeys> keys() {
        return Uni.createFrom().item(() -> new PublishedKeys(keys.jwks(), MAX_AGE));
    }
}
