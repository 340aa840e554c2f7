package org.ectsuite.tokensecurity;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Keeps keys and revocation list fresh from the first moment to the last: one round after the other. */
@Singleton
class TrustRefresher {
    /** Until the service is ready, every moment counts: auth-service may just be starting too. */
    private static final Duration IMPATIENT = Duration.ofMillis(250);

    private final TokenKeys keys;
    private final RevocationList revocations;
    private final Vertx vertx;
    private final Duration pause;
    private volatile boolean stopped;

    TrustRefresher(TokenKeys keys, RevocationList revocations, Vertx vertx, TokenSecurityConfig config) {
        this.keys = keys;
        this.revocations = revocations;
        this.vertx = vertx;
        this.pause = config.pollInterval();
    }

    void start(@Observes StartupEvent event) {
        vertx.runOnContext(this::round);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void round() {
        if (stopped) {
            return;
        }
        // A failing observer of the list must not end the rounds, so every end leads to the next.
        Uni.join()
                .all(keys.refreshIfDue(), revocations.refresh().replaceWithVoid())
                .andCollectFailures()
                .onTermination()
                .invoke(() -> vertx.setTimer(pause().toMillis(), timer -> round()))
                .subscribe()
                .with(done -> {}, failure -> {});
    }

    private Duration pause() {
        boolean ready = keys.known() != null && revocations.known();
        return ready || pause.compareTo(IMPATIENT) < 0 ? pause : IMPATIENT;
    }
}
