package org.ectsuite.auth.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.ectsuite.tokensecurity.startup.Finding;
import org.ectsuite.tokensecurity.startup.StartupCheck;

/** Lets no token live longer than every service counts on: a revocation is remembered for that long and no longer. */
@ApplicationScoped
class TokenLifeCheck implements StartupCheck {

    static final Duration LONGEST = Duration.ofMinutes(10);
    static final Duration SHORTEST = Duration.ofSeconds(30);

    private final TokenConfig config;

    TokenLifeCheck(TokenConfig config) {
        this.config = config;
    }

    @Override
    public List<Finding> findings() {
        Duration life = config.life();
        return life.compareTo(LONGEST) > 0 || life.compareTo(SHORTEST) < 0
                ? List.of(new Finding("ect.auth.token.life", "must be between 30 seconds and 10 minutes"))
                : List.of();
    }
}
