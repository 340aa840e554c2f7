package org.ectsuite.auth.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a sign-in lasts. */
@ConfigMapping(prefix = "ect.auth.session")
public interface SessionConfig {

    /** A session ends when it was not used for so long. */
    @WithDefault("P14D")
    Duration idleLife();

    /** A session ends so long after the sign-in, however much it is used. */
    @WithDefault("P30D")
    Duration absoluteLife();

    /**
     * For so long after its rotation a refresh token still yields the same successor to the same client: two windows may
     * ask at once, and an answer may be lost on the way.
     */
    @WithDefault("PT10S")
    Duration grace();

    /** For so long ended sessions are kept, so that the use of one of their tokens can be told from a guess. */
    @WithDefault("P30D")
    Duration keepEnded();
}
