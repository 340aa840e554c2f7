package org.ectsuite.auth.consent;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Access to the table of what people have agreed to. */
@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<ConsentRow, UUID> {

    Uni<Optional<ConsentRow>> of(UUID accountId, UUID clientId) {
        return find("accountId = ?1 and clientId = ?2", accountId, clientId)
                .firstResult()
                .map(Optional::ofNullable);
    }
}
