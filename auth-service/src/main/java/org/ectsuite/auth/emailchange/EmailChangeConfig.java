package org.ectsuite.auth.emailchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Changes of an account's mail address. */
@ConfigMapping(prefix = "ect.auth.email-change")
public interface EmailChangeConfig {

    /** How long the link to the new address is good for. */
    @WithDefault("PT1H")
    Duration life();

    /** For so long the old address can take a change back; nobody else gets it meanwhile. */
    @WithDefault("P7D")
    Duration undo();

    /** How many changes somebody may ask for in a day. */
    @WithDefault("5")
    int perDay();
}
