package org.ectsuite.auth.breakglass;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Access to the table of codes made on the host. */
@ApplicationScoped
class BreakGlassCodes implements PanacheRepositoryBase<BreakGlassCode, UUID> {}
