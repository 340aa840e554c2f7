package org.ectsuite.auth.social;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Access to the table of identities elsewhere. */
@ApplicationScoped
class IdentityRepository implements PanacheRepositoryBase<IdentityRow, UUID> {}
