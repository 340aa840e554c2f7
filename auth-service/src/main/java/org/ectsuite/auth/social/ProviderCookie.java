package org.ectsuite.auth.social;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.auth.opaque.OpaqueToken;

/**
 * The cookie of a browser that is on its way to a provider: the verifier of PKCE itself, so that nobody who only has the
 * code can do anything with it. It goes along when the provider sends the browser back (Lax).
 */
@ApplicationScoped
class ProviderCookie {

    static final String NAME = "ect_with";

    private static final String PATH = "/auth/sign-in/with";

    private final boolean secure;

    ProviderCookie(@ConfigProperty(name = "ect.public-url") String publicUrl) {
        this.secure = publicUrl.startsWith("https://");
    }

    NewCookie holding(OpaqueToken verifier, Duration life) {
        return cookie(verifier.text(), (int) life.toSeconds());
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
