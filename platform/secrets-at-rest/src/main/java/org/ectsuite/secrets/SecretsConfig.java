package org.ectsuite.secrets;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The keys under which this service stores secrets. */
@ConfigMapping(prefix = "ect.secrets")
interface SecretsConfig {

    /** The property's name, for messages. */
    String KEYSET = "ect.secrets.keyset";

    /**
     * Keys as {@code id:base64,id:base64}: each id a positive integer, each key 32 random bytes. The first encrypts, all
     * decrypt. To rotate, put a new key in front and keep the old ones until nothing sealed under them is left. There is no
     * keyset unless the environment gives one.
     */
    @WithDefault("${ECT_SECRETS_KEYSET}")
    String keyset();
}
