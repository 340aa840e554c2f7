package org.ectsuite.auth.addressban;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.ectsuite.tokensecurity.AuthenticationFailure;
import org.jboss.logging.Logger;

/**
 * Counts each failed authentication, in a transaction of its own: the request that failed goes its way, and a failure counts
 * even where that request's own transaction comes to nothing.
 */
@ApplicationScoped
class FailureCounter {

    private static final Logger LOG = Logger.getLogger(FailureCounter.class);

    private final AddressBans bans;
    private final Vertx vertx;

    FailureCounter(AddressBans bans, Vertx vertx) {
        this.bans = bans;
        this.vertx = vertx;
    }

    void failed(@Observes AuthenticationFailure failure) {
        if (!bans.counts(failure)) {
            return;
        }
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> bans.count(failure)
                .subscribe()
                .with(counted -> {}, problem -> LOG.warn("A failed authentication could not be counted", problem)));
    }
}
