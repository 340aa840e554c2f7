package org.ectsuite.webedge.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often clients may ask. Each replica of a service counts by itself. */
@ConfigMapping(prefix = "ect.web.limit")
public interface LimitConfig {

    /** Requests per minute without a valid token, per client address. */
    @WithDefault("200")
    int anonymousPerMinute();

    /** Requests per minute of one signed-in person, from whatever address. */
    @WithDefault("600")
    int personPerMinute();

    /** Requests per minute of one service with a token of its own. */
    @WithDefault("60000")
    int servicePerMinute();

    /**
     * Ceiling of all requests per minute from one client address, whoever they are from; a whole operations centre
     * shares one. Requests from inside the installation that did not come through a proxy are not counted here.
     */
    @WithDefault("3000")
    int addressPerMinute();

    /** Requests per minute to the endpoints of signing in, per client address. */
    @WithDefault("10")
    int signInPerMinute();

    /**
     * How many clients are remembered for each of these limits; beyond it the least active are forgotten, so memory is
     * bounded whatever addresses an attacker has.
     */
    @WithDefault("50000")
    int rememberedClients();
}
