package org.ectsuite.auth.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Access to the table of people. */
@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<Account, UUID> {}
