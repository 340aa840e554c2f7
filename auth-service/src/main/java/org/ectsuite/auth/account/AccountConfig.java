package org.ectsuite.auth.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an account has before its owner says otherwise. */
@ConfigMapping(prefix = "ect.auth.account")
public interface AccountConfig {

    /** IANA time zone of a new account. */
    @WithDefault("UTC")
    String defaultZone();

    /** Language of a new account, as a BCP 47 tag. */
    @WithDefault("en")
    String defaultLocale();
}
