package org.ectsuite.audit.app;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.hibernate.reactive.mutiny.Mutiny;

/** Changes things and tells the trail. */
@ApplicationScoped
public class ThingService {

    private final AuditTrail audit;
    private final Mutiny.SessionFactory sessions;

    ThingService(AuditTrail audit, Mutiny.SessionFactory sessions) {
        this.audit = audit;
        this.sessions = sessions;
    }

    @WithTransaction
    public Uni<Void> change(String id, Thing thing) {
        return audit.record(AuditEntry.of("thing.changed", "thing", id)
                .before(new Thing("before", "old"))
                .after(thing));
    }

    @WithTransaction
    public Uni<Void> remove(String id) {
        return audit.record(AuditEntry.of("thing.removed", "thing", id).before(new Thing("last", null)));
    }

    @WithTransaction
    public Uni<Void> signIn(String id) {
        return audit.record(
                AuditEntry.of("thing.signed-in", "thing", id).actor(AuditActor.person("user-7", "Ann", "W1AW", "web")));
    }

    @WithTransaction
    public Uni<Void> fail(String id) {
        return audit.record(AuditEntry.of("thing.failed", "thing", id))
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("The change fails after its entry")));
    }

    /** The other style of transaction. */
    public Uni<Void> changeInFactoryTransaction(String id) {
        return sessions.withTransaction(session -> audit.record(AuditEntry.of("thing.changed", "thing", id)));
    }

    /** As a scheduled job runs: with a request context, on an event loop, for nobody. */
    @ActivateRequestContext
    @WithTransaction
    public Uni<Void> removeByJob(String id) {
        return audit.record(AuditEntry.of("thing.removed", "thing", id));
    }

    public Uni<Void> changeWithoutTransaction(String id) {
        return audit.record(AuditEntry.of("thing.changed", "thing", id));
    }
}
