package org.ectsuite.auth.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.auth.opaque.OpaqueToken;

/** The cookie of a browser in which a sign-in waits for the second factor. */
@ApplicationScoped
public class SecondStepCookie {

    static final String NAME = "ect_second_step";

    private static final String PATH = "/auth/sign-in";

    private final boolean secure;

    SecondStepCookie(@ConfigProperty(name = "ect.public-url") String publicUrl) {
        this.secure = publicUrl.startsWith("https://");
    }

    /** Remembers the sign-in that waits. */
    public NewCookie holding(OpaqueToken token, Duration life) {
        return cookie(token.text(), (int) life.toSeconds());
    }

    NewCookie cleared() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int maxAge) {
        // Lax: the step follows upon a link in a mail.
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
