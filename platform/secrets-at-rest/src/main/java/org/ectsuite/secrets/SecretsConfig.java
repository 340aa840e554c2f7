package org.ectsuite.secrets;

import io.smallrye.config.ConfigMapping;

/** The keys under which this service stores secrets. */
@ConfigMapping(prefix = "ect.secrets")
interface SecretsConfig {

    /** The property's name, for messages. */
    String KEYSET = "ect.secrets.keyset";

    /**
     * Keys as {@code id:base64,id:base64}: each id a positive integer, each key 32 random bytes. The first encrypts, all
     * decrypt. To rotate, put a new key in front and keep the old ones until nothing sealed under them is left.
     */
    String keyset();
}
