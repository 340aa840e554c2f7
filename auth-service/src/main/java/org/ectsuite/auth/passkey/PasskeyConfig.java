package org.ectsuite.auth.passkey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Passkeys. */
@ConfigMapping(prefix = "ect.auth.passkey")
public interface PasskeyConfig {

    /** How long a page may stand open before the challenge on it is too old. */
    @WithDefault("PT5M")
    Duration challengeLife();

    /** Passkeys of one person at most. */
    @WithDefault("20")
    int perPerson();
}
