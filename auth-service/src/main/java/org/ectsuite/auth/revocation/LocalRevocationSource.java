package org.ectsuite.auth.revocation;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.ectsuite.tokensecurity.RevocationSource;
import org.ectsuite.tokensecurity.Revocations;
import org.jspecify.annotations.Nullable;

/** The revocation list for this service's own doors, straight from the database. */
@ApplicationScoped
class LocalRevocationSource implements RevocationSource {

    private final RevocationLedger ledger;
    private final Vertx vertx;

    LocalRevocationSource(RevocationLedger ledger, Vertx vertx) {
        this.ledger = ledger;
        this.vertx = vertx;
    }

    @Override
    public Uni<Revocations> revocations(@Nullable Revocations known) {
        return inForce().map(view -> {
            String tag = view.tag();
            return known != null && known.tag().equals(tag) ? known : accepted(tag, view);
        });
    }

    /** Whoever asks need not stand on a context of its own, which a database session wants. */
    private Uni<RevocationView> inForce() {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        return Uni.createFrom()
                .emitter(answer ->
                        context.runOnContext(now -> ledger.inForce().subscribe().with(answer::complete, answer::fail)));
    }

    private static Revocations accepted(String tag, RevocationView view) {
        return new Revocations(
                tag,
                view.entries().stream()
                        .map(entry -> new Revocations.Entry(
                                Revocations.Kind.valueOf(entry.kind().toUpperCase(Locale.ROOT)),
                                entry.value(),
                                entry.issuedBefore(),
                                entry.until()))
                        .toList());
    }
}
