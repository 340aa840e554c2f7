package org.ectsuite.auth.social;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.ectsuite.auth.cookie.ServiceCookie;
import org.ectsuite.auth.cookie.ServiceCookies;
import org.ectsuite.auth.opaque.OpaqueToken;

/**
 * The cookie of a browser in which an identity waits to be linked. The page that asks is reached from a provider, and
 * from a link in a mail.
 */
@ApplicationScoped
class IdentityCookie {

    static final String NAME = "ect_identity";

    private final ServiceCookie cookie;
    private final Duration life;

    IdentityCookie(ServiceCookies cookies, SocialConfig config) {
        this.cookie = cookies.lax(NAME, "/auth/identities");
        this.life = config.confirmationLife();
    }

    NewCookie holding(OpaqueToken token) {
        return cookie.holding(token, life);
    }

    NewCookie cleared() {
        return cookie.cleared();
    }
}
