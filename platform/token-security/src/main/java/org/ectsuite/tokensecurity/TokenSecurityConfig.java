package org.ectsuite.tokensecurity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Whose tokens this service accepts, and how it gets its own. */
@ConfigMapping(prefix = "ect.token-security")
public interface TokenSecurityConfig {

    /** The public origin of the suite, without a trailing slash; tokens are issued by {@code <origin>/auth}. */
    @WithDefault("${ect.public-url:${ECT_PUBLIC_URL:http://localhost:8080}}")
    String publicUrl();

    /** This service's name: its client id, and the audience a token must name. */
    @WithDefault("${quarkus.application.name}")
    String service();

    /** Where auth-service is reached from here, with its root path and without a trailing slash. */
    @WithDefault("${ect.auth-url:${ECT_AUTH_URL:http://127.0.0.1:8081/auth}}")
    String authUrl();

    /** This service's secret at the token endpoint, at least 32 bytes; auth-service itself has none. */
    @WithDefault("${ect.client-secret:${ECT_CLIENT_SECRET:}}")
    Optional<String> clientSecret();

    /** How often the revocation list is asked for. Sign-outs and bans bite within this time and a request's. */
    @WithDefault("2S")
    Duration pollInterval();

    /** The least time between two fetches of the keys, whatever key ids strangers invent. */
    @WithDefault("5S")
    Duration keyFetchFloor();

    /** The longest time keys are kept when auth-service says nothing shorter. */
    @WithDefault("5M")
    Duration keyMaxAge();

    /** How long auth-service may take to answer. */
    @WithDefault("3S")
    Duration timeout();

    /** For so long after showing a second factor an administrator may do what administrators do. */
    @WithDefault("30M")
    Duration stepUpWindow();

    /** How many accepted tokens are remembered, to spare their next signature check. */
    @WithDefault("10000")
    int rememberedTokens();
}
