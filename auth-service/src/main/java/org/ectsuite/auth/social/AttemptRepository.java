package org.ectsuite.auth.social;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Access to the table of browsers that were sent to a provider. */
@ApplicationScoped
class AttemptRepository implements PanacheRepositoryBase<AttemptRow, UUID> {}
