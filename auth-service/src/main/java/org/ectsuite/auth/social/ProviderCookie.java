package org.ectsuite.auth.social;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.ectsuite.auth.cookie.ServiceCookie;
import org.ectsuite.auth.cookie.ServiceCookies;
import org.ectsuite.auth.opaque.OpaqueToken;

/**
 * The cookie of a browser that is on its way to a provider: the verifier of PKCE itself, so that nobody who only has the
 * code can do anything with it. It goes along when the provider sends the browser back.
 */
@ApplicationScoped
class ProviderCookie {

    static final String NAME = "ect_with";

    private final ServiceCookie cookie;

    ProviderCookie(ServiceCookies cookies) {
        this.cookie = cookies.lax(NAME, "/auth/sign-in/with");
    }

    NewCookie holding(OpaqueToken verifier, Duration life) {
        return cookie.holding(verifier, life);
    }

    NewCookie cleared() {
        return cookie.cleared();
    }
}
