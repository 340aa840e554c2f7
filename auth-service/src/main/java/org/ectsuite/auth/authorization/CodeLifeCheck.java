package org.ectsuite.auth.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.ectsuite.tokensecurity.startup.Finding;
import org.ectsuite.tokensecurity.startup.StartupCheck;

/** Lets no authorization code live longer than a minute: it travels through browsers and their histories. */
@ApplicationScoped
class CodeLifeCheck implements StartupCheck {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final AuthorizationConfig config;

    CodeLifeCheck(AuthorizationConfig config) {
        this.config = config;
    }

    @Override
    public List<Finding> findings() {
        Duration life = config.codeLife();
        return life.compareTo(LONGEST) > 0 || !life.isPositive()
                ? List.of(new Finding(
                        "ect.auth.authorization.code-life", "must be longer than zero and at most a minute"))
                : List.of();
    }
}
