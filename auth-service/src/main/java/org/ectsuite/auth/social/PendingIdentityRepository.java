package org.ectsuite.auth.social;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Access to the table of identities that wait for their owner. */
@ApplicationScoped
class PendingIdentityRepository implements PanacheRepositoryBase<PendingIdentityRow, UUID> {}
