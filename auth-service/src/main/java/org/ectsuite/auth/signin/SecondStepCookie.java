package org.ectsuite.auth.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.ectsuite.auth.cookie.ServiceCookie;
import org.ectsuite.auth.cookie.ServiceCookies;
import org.ectsuite.auth.opaque.OpaqueToken;

/** The cookie of a browser in which a sign-in waits for the second factor. The step follows upon a link in a mail. */
@ApplicationScoped
public class SecondStepCookie {

    static final String NAME = "ect_second_step";

    private final ServiceCookie cookie;

    SecondStepCookie(ServiceCookies cookies) {
        this.cookie = cookies.lax(NAME, "/auth/sign-in");
    }

    /** Remembers the sign-in that waits. */
    public NewCookie holding(OpaqueToken token, Duration life) {
        return cookie.holding(token, life);
    }

    NewCookie cleared() {
        return cookie.cleared();
    }
}
