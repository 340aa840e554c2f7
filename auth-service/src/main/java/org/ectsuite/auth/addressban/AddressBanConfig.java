package org.ectsuite.auth.addressban;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the ways in are closed to a client address. IPv6 addresses count by their /64 network. */
@ConfigMapping(prefix = "ect.auth.address-ban")
public interface AddressBanConfig {

    /** With so many failed authentications an address is banned; 0 turns bans off. */
    @WithDefault("5")
    int failures();

    /** The period in which failures are counted; it ends now. */
    @WithDefault("PT10M")
    Duration period();

    /** How long a ban lasts. */
    @WithDefault("PT1H")
    Duration length();

    /** For so long bans that are over stay in the list. */
    @WithDefault("P30D")
    Duration keep();
}
