package org.ectsuite.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.auth.opaque.OpaqueToken;

/** The cookie that holds the refresh token: no script reads it, no other site makes the browser send it. */
@ApplicationScoped
public class RefreshCookie {

    public static final String NAME = "ect_refresh";

    private static final String PATH = "/auth";

    private final boolean secure;
    private final Clock clock;

    RefreshCookie(@ConfigProperty(name = "ect.public-url") String publicUrl, Clock clock) {
        this.secure = publicUrl.startsWith("https://");
        this.clock = clock;
    }

    public NewCookie holding(OpaqueToken refresh, Instant until) {
        return cookie(
                refresh.text(), (int) Duration.between(clock.instant(), until).toSeconds());
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
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
