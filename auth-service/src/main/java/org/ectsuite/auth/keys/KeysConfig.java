package org.ectsuite.auth.keys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The life of signing keys. */
@ConfigMapping(prefix = "ect.auth.keys")
public interface KeysConfig {

    /** How long a key signs before its successor takes over. */
    @WithDefault("P30D")
    Duration signingLife();

    /** How long a key is published before it signs; longer than any service caches the key set. */
    @WithDefault("PT2H")
    Duration publishAhead();

    /**
     * How long a key is published before it signs when an administrator wants it soon: longer than anybody keeps the key
     * set, which is five minutes, and than the replicas take to hear of it.
     */
    @WithDefault("PT10M")
    Duration announcement();

    /** How long a key stays published after it last signed; longer than any access token lives. */
    @WithDefault("PT1H")
    Duration retirement();

    /** How often each replica looks whether a key is due, and what the others did; well below the other periods. */
    @WithDefault("PT1M")
    Duration checkEvery();
}
