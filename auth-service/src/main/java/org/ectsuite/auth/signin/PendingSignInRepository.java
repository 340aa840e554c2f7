package org.ectsuite.auth.signin;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Access to the table of sign-ins that wait for the second factor. */
@ApplicationScoped
class PendingSignInRepository implements PanacheRepositoryBase<PendingSignIn, UUID> {}
