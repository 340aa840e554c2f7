package org.ectsuite.auth.breakglass;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The way in by a code made on the host. */
@ConfigMapping(prefix = "ect.auth.break-glass")
public interface BreakGlassConfig {

    /** How long a code is good for. */
    @WithDefault("PT15M")
    Duration life();

    /** How long a session that began with a code lasts at most. */
    @WithDefault("PT1H")
    Duration sessionLife();
}
