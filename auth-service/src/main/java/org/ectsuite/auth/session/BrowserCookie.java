package org.ectsuite.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The cookie by which the authorization endpoint knows who is signed in in a browser. It goes along when another origin
 * sends people there (Lax), and yields no token by itself.
 */
@ApplicationScoped
public class BrowserCookie {

    public static final String NAME = "ect_session";

    private static final String PATH = "/auth";

    private final boolean secure;
    private final Clock clock;

    BrowserCookie(@ConfigProperty(name = "ect.public-url") String publicUrl, Clock clock) {
        this.secure = publicUrl.startsWith("https://");
        this.clock = clock;
    }

    public NewCookie holding(OpenedSession session) {
        return cookie(session.browser().text(), (int)
                Duration.between(clock.instant(), session.expiresAt()).toSeconds());
    }

    public NewCookie cleared() {
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
