package org.ectsuite.auth.magiclink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.ectsuite.auth.cookie.ServiceCookie;
import org.ectsuite.auth.cookie.ServiceCookies;
import org.ectsuite.auth.opaque.OpaqueToken;

/**
 * The cookie by which the browser that asked for a mail is known again. It goes along when a link in a mail is followed,
 * or the page behind the link could not tell the browser that asked from any other.
 */
@ApplicationScoped
class BinderCookie {

    static final String NAME = "ect_sign_in";

    private final ServiceCookie cookie;

    BinderCookie(ServiceCookies cookies) {
        this.cookie = cookies.lax(NAME, "/auth/sign-in");
    }

    NewCookie holding(OpaqueToken binder, Duration life) {
        return cookie.holding(binder, life);
    }

    NewCookie cleared() {
        return cookie.cleared();
    }
}
