package org.ectsuite.notification.delivery;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Runs each piece of work on a Vert.x context of its own. A database session belongs to its context, so two pieces that
 * ran on one would get into each other's session. The contexts take turns on the event loops: work that begins where
 * other work ends would otherwise stay on the loop of the first piece, and on one processor, for ever.
 */
@ApplicationScoped
class FreshContext {

    private final VertxInternal vertx;

    FreshContext(Vertx vertx) {
        // Only the internal interface can ask for the next event loop from within one.
        this.vertx = (VertxInternal) vertx;
    }

    <T> Uni<T> run(Supplier<Uni<? extends T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = VertxContext.createNewDuplicatedContext(vertx.createEventLoopContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    ignored -> Uni.createFrom().deferred(work).subscribe().with(emitter::complete, emitter::fail));
        });
    }
}
