package org.ectsuite.auth.social;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.auth.opaque.OpaqueToken;

/** The cookie of a browser in which an identity waits to be linked. */
@ApplicationScoped
class IdentityCookie {

    static final String NAME = "ect_identity";

    private static final String PATH = "/auth/identities";

    private final boolean secure;
    private final Duration life;

    IdentityCookie(@ConfigProperty(name = "ect.public-url") String publicUrl, SocialConfig config) {
        this.secure = publicUrl.startsWith("https://");
        this.life = config.confirmationLife();
    }

    NewCookie holding(OpaqueToken token) {
        return cookie(token.text(), (int) life.toSeconds());
    }

    NewCookie cleared() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int maxAge) {
        // Lax: the page is reached from a provider, and from a link in a mail.
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
