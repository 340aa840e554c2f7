package org.ectsuite.auth.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who may make an account. */
@ConfigMapping(prefix = "ect.auth.registration")
public interface RegistrationConfig {

    /** Who may make an account: open (whoever owns a mailbox), invitation, or closed. */
    @WithDefault("open")
    RegistrationMode mode();

    /** How long an invitation can be accepted. */
    @WithDefault("P7D")
    Duration invitationLife();
}
