package org.ectsuite.auth.client;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Access to the table of registered clients. */
@ApplicationScoped
class ClientRepository implements PanacheRepositoryBase<ClientRow, UUID> {}
