package org.ectsuite.auth.magiclink;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.auth.opaque.OpaqueToken;

/**
 * The cookie by which the browser that asked for a mail is known again. It goes along when a link in a mail is followed
 * (Lax), or the page behind the link could not tell the browser that asked from any other.
 */
@ApplicationScoped
class BinderCookie {

    static final String NAME = "ect_sign_in";

    private static final String PATH = "/auth/sign-in";

    private final boolean secure;

    BinderCookie(@ConfigProperty(name = "ect.public-url") String publicUrl) {
        this.secure = publicUrl.startsWith("https://");
    }

    NewCookie holding(OpaqueToken binder, Duration life) {
        return cookie(binder.text(), (int) life.toSeconds());
    }

    NewCookie cleared() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path(PATH)
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
