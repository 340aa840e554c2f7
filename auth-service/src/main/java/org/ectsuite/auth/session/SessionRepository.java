package org.ectsuite.auth.session;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Access to the table of sign-ins. */
@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<SessionRow, UUID> {}
