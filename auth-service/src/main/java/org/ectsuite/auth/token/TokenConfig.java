package org.ectsuite.auth.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What access tokens say. */
@ConfigMapping(prefix = "ect.auth.token")
public interface TokenConfig {

    /** How long an access token lives; 10 minutes at most, because every service counts on it. */
    @WithDefault("PT10M")
    Duration life();

    /** The services that a person's token is for. */
    @WithDefault("auth-service,ectlog-service,media-service,notification-service")
    List<String> audiences();
}
