package org.ectsuite.auth.cookie;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie.SameSite;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the cookies of this service. No script reads any of them; where the suite is reached over https, none goes over
 * anything else.
 */
@ApplicationScoped
public class ServiceCookies {

    private final boolean secure;

    ServiceCookies(@ConfigProperty(name = "ect.public-url") String publicUrl) {
        this.secure = publicUrl.startsWith("https://");
    }

    /** One that goes along when people come from another site: by a link in a mail, or sent by a program or provider. */
    public ServiceCookie lax(String name, String path) {
        return new ServiceCookie(name, path, SameSite.LAX, secure);
    }

    /** One that goes along from pages of ours alone. */
    public ServiceCookie strict(String name, String path) {
        return new ServiceCookie(name, path, SameSite.STRICT, secure);
    }
}
