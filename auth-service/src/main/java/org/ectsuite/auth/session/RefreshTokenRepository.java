package org.ectsuite.auth.session;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Access to the table of refresh tokens. */
@ApplicationScoped
class RefreshTokenRepository implements PanacheRepositoryBase<RefreshTokenRow, UUID> {}
