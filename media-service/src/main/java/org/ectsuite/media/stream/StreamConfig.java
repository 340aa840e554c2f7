package org.ectsuite.media.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How files are served. */
@ConfigMapping(prefix = "ect.media.stream")
public interface StreamConfig {

    /** How long a ticket opens a file; at most six hours. */
    @WithDefault("2H")
    Duration ticketLife();
}
