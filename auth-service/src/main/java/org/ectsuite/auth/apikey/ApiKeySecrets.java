package org.ectsuite.auth.apikey;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Draws new {@link ApiKeySecret}s. */
@ApplicationScoped
class ApiKeySecrets {

    // An instance field: a static one would be seeded when the native program is built.
    private final SecureRandom random = new SecureRandom();

    ApiKeySecret next() {
        return ApiKeySecret.random(random);
    }
}
