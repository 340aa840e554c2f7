package org.ectsuite.tokensecurity;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready until keys and revocation list were fetched once; an outage of auth-service afterwards changes nothing. */
@Readiness
@Singleton
class TokenReadiness implements HealthCheck {
    private final TokenKeys keys;
    private final RevocationList revocations;

    TokenReadiness(TokenKeys keys, RevocationList revocations) {
        this.keys = keys;
        this.revocations = revocations;
    }

    @Override
    public HealthCheckResponse call() {
        boolean hasKeys = keys.known() != null;
        boolean hasList = revocations.known();
        return HealthCheckResponse.named("access tokens")
                .status(hasKeys && hasList)
                .withData("keys", hasKeys)
                .withData("revocations", hasList)
                .build();
    }
}
