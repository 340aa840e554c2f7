package org.ectsuite.webedge.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How repeats of a request are recognised. */
@ConfigMapping(prefix = "ect.web.idempotency")
public interface IdempotencyConfig {

    /** How long an idempotency key and its answer are kept. */
    @WithDefault("24h")
    Duration keep();

    /** How long a repeat waits for the first request that is still at work before it is refused. */
    @WithDefault("5s")
    Duration patience();

    /** How often expired keys are deleted. */
    @WithDefault("15m")
    Duration cleanUp();
}
