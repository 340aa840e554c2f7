package org.ectsuite.auth.opaque;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Draws new {@link OpaqueToken}s. */
@ApplicationScoped
public class OpaqueTokens {

    // An instance field: a static one would be seeded when the native program is built.
    private final SecureRandom random = new SecureRandom();

    public OpaqueToken next() {
        return OpaqueToken.random(random);
    }
}
