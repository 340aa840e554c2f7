package org.ectsuite.auth.addressban;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Access to the table of failures. */
@ApplicationScoped
class AddressFailureRepository implements PanacheRepositoryBase<AddressFailure, UUID> {

    /** Failures of one network are counted one after the other until the transaction ends. */
    Uni<Void> lock(String network) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(pg_advisory_xact_lock(hashtextextended(:network, 2)) as text)",
                                String.class)
                        .setParameter("network", network)
                        .getResultList())
                .replaceWithVoid();
    }

    /** Those that count, oldest first. */
    Uni<List<AddressFailure>> since(String network, Instant since) {
        return list("network = ?1 and at > ?2 order by at, id", network, since);
    }
}
