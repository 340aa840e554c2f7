package org.ectsuite.auth.revocation;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.ectsuite.tokensecurity.RevocationSource;
import org.ectsuite.tokensecurity.Revocations;
import org.jspecify.annotations.Nullable;

/** The revocation list for this service's own doors, straight from the database. */
@ApplicationScoped
class LocalRevocationSource implements RevocationSource {

    private final RevocationLedger ledger;

    LocalRevocationSource(RevocationLedger ledger) {
        this.ledger = ledger;
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
        return Uni.createFrom()
                .emitter(answer -> VertxContextSupport.subscribe(
                        () -> ledger.inForce().toMulti(),
                        asking -> asking.with(answer::complete, answer::fail)));
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
