package org.ectsuite.auth.device;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Signing in devices without a browser. */
@ConfigMapping(prefix = "ect.auth.device")
public interface DeviceConfig {

    /** How long somebody has to type the code. */
    @WithDefault("PT10M")
    Duration life();

    /** How long a device must wait between two questions, in whole seconds. */
    @WithDefault("PT5S")
    Duration pause();

    /** So many codes that there are not may somebody type within the life of a code. */
    @WithDefault("10")
    int misses();
}
