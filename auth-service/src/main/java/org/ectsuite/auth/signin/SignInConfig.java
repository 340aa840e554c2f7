package org.ectsuite.auth.signin;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who is let in, and as what. */
@ConfigMapping(prefix = "ect.auth.sign-in")
public interface SignInConfig {

    /**
     * The mail address of the first administrator: its owner gets the role when he first signs in, or whenever no
     * administrator is left.
     */
    Optional<String> adminEmail();
}
