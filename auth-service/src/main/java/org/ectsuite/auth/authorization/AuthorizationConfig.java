package org.ectsuite.auth.authorization;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the steps of letting a client in may take. */
@ConfigMapping(prefix = "ect.auth.authorization")
public interface AuthorizationConfig {

    /** How long an authorization code can be exchanged; a minute at most. */
    @WithDefault("PT1M")
    Duration codeLife();

    /** How long a request waits for its person to sign in and to agree. */
    @WithDefault("PT1H")
    Duration patience();

    /** For so long a used code is kept, so that its second use ends what the first one gave. */
    @WithDefault("P1D")
    Duration keepCodes();
}
