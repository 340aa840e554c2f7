package org.ectsuite.webedge.app;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.webedge.idempotency.IdempotentRequests;
import org.jspecify.annotations.Nullable;

/** Does deeds that leave a row. */
@ApplicationScoped
class DeedService {

    private final IdempotentRequests idempotent;

    DeedService(IdempotentRequests idempotent) {
        this.idempotent = idempotent;
    }

    @WithTransaction
    Uni<Deed> perform(@Nullable String key, String caller, DeedRequest request) {
        return idempotent.once(key, caller + ":perform", request, Deed.class, () -> deed(request));
    }

    private static Uni<Deed> deed(DeedRequest request) {
        Deed deed = new Deed(UUID.randomUUID(), request.name());
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("INSERT INTO deed (id, name) VALUES (:id, :name)")
                        .setParameter("id", deed.id())
                        .setParameter("name", deed.name())
                        .executeUpdate()
                        .call(() -> session.createNativeQuery("SELECT pg_sleep(:seconds)", Object.class)
                                .setParameter("seconds", request.seconds())
                                .getResultList()))
                .map(_ -> {
                    if (request.fails()) {
                        throw new IllegalStateException("The deed failed at the end");
                    }
                    return deed;
                });
    }
}
