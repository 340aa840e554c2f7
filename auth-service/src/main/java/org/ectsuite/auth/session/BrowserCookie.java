package org.ectsuite.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;
import org.ectsuite.auth.cookie.ServiceCookie;
import org.ectsuite.auth.cookie.ServiceCookies;

/**
 * The cookie by which the authorization endpoint knows who is signed in in a browser. It goes along when another origin
 * sends people there, and yields no token by itself.
 */
@ApplicationScoped
public class BrowserCookie {

    public static final String NAME = "ect_session";

    private final ServiceCookie cookie;
    private final Clock clock;

    BrowserCookie(ServiceCookies cookies, Clock clock) {
        this.cookie = cookies.lax(NAME, "/auth");
        this.clock = clock;
    }

    public NewCookie holding(OpenedSession session) {
        return cookie.holding(session.browser(), Duration.between(clock.instant(), session.expiresAt()));
    }

    public NewCookie cleared() {
        return cookie.cleared();
    }
}
