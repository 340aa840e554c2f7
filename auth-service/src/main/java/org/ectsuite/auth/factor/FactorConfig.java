package org.ectsuite.auth.factor;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The second factor. */
@ConfigMapping(prefix = "ect.auth.second-factor")
public interface FactorConfig {

    /** The name under which authenticators list the account. */
    @WithDefault("ECT Suite")
    String issuer();

    /** Who changes his factors must have signed in, or shown a factor, within this time. */
    @WithDefault("PT15M")
    Duration fresh();

    /** So many wrong codes in a row cost nothing. */
    @WithDefault("5")
    int freeAttempts();

    /** The pause after them; it doubles with each further wrong code. */
    @WithDefault("PT1M")
    Duration firstPause();

    /** No pause is longer. */
    @WithDefault("PT1H")
    Duration longestPause();
}
