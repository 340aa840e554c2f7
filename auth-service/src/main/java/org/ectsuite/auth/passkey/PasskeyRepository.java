package org.ectsuite.auth.passkey;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Access to the table of passkeys. */
@ApplicationScoped
class PasskeyRepository implements PanacheRepositoryBase<Passkey, UUID> {}
