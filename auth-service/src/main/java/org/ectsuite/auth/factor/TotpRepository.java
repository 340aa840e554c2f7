package org.ectsuite.auth.factor;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Access to the table of authenticators. */
@ApplicationScoped
class TotpRepository implements PanacheRepositoryBase<Totp, UUID> {}
