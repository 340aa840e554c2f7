package org.ectsuite.auth.addressban;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Access to the table of bans. */
@ApplicationScoped
class AddressBanRepository implements PanacheRepositoryBase<AddressBan, UUID> {}
