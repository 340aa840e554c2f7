package org.ectsuite.auth.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Erasure of accounts. */
@ConfigMapping(prefix = "ect.auth.erasure")
public interface ErasureConfig {

    /** For so long an erasure that was asked for can be taken back. */
    @WithDefault("P7D")
    Duration patience();

    /** How often accounts are looked for whose time has come. */
    @WithDefault("PT1M")
    Duration checkEvery();
}
