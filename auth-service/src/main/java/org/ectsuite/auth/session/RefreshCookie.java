package org.ectsuite.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.ectsuite.auth.cookie.ServiceCookie;
import org.ectsuite.auth.cookie.ServiceCookies;
import org.ectsuite.auth.opaque.OpaqueToken;

/** The cookie that holds the refresh token: no script reads it, no other site makes the browser send it. */
@ApplicationScoped
public class RefreshCookie {

    public static final String NAME = "ect_refresh";

    private final ServiceCookie cookie;
    private final Clock clock;

    RefreshCookie(ServiceCookies cookies, Clock clock) {
        this.cookie = cookies.strict(NAME, "/auth");
        this.clock = clock;
    }

    public NewCookie holding(OpaqueToken refresh, Instant until) {
        return cookie.holding(refresh, Duration.between(clock.instant(), until));
    }

    public NewCookie cleared() {
        return cookie.cleared();
    }
}
