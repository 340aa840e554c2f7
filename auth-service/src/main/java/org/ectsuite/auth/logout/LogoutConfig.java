package org.ectsuite.auth.logout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How clients hear that somebody has signed out. */
@ConfigMapping(prefix = "ect.auth.logout")
public interface LogoutConfig {

    /**
     * Whether clients may be told at private and loopback addresses. Off, so that nobody who may register a client can make
     * this service knock at doors inside the network.
     */
    @WithDefault("false")
    boolean privateDestinations();

    /** How often each replica looks whether a client is to be told. */
    @WithDefault("PT1S")
    Duration checkEvery();

    /** How long a client has to answer. */
    @WithDefault("PT5S")
    Duration patience();

    /** A client that does not hear is told again after so long, then after twice as long, and so on. */
    @WithDefault("PT5S")
    Duration firstPause();

    /** After so many times a client is left alone. */
    @WithDefault("10")
    int attempts();
}
