package org.ectsuite.auth.cookie;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;
import org.ectsuite.auth.opaque.OpaqueToken;

/**
 * A cookie of this service, by its plain name.
 *
 * @param path below which it goes along
 * @param sameSite whether it goes along when another site sends people here
 * @param secure whether it goes over https alone
 */
public record ServiceCookie(String name, String path, SameSite sameSite, boolean secure) {

    /** To be kept so long, in whole seconds. */
    public NewCookie holding(OpaqueToken token, Duration life) {
        return cookie(token.text(), (int) life.toSeconds());
    }

    /** To be kept until the browser is closed. */
    public NewCookie holding(OpaqueToken token) {
        return cookie(token.text(), NewCookie.DEFAULT_MAX_AGE);
    }

    /** To be forgotten at once. */
    public NewCookie cleared() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(name)
                .value(value)
                .path(path)
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(secure)
                .sameSite(sameSite)
                .build();
    }
}
