package org.ectsuite.auth.apikey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Keys with which programs act for people. */
@ConfigMapping(prefix = "ect.auth.api-key")
public interface ApiKeyConfig {

    /** So many keys one person may have at a time. */
    @WithDefault("20")
    int perPerson();
}
