package org.ectsuite.webedge.headers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The security headers of every response; docs/security/headers.md gives the reasons. */
@ConfigMapping(prefix = "ect.web.headers")
public interface HeadersConfig {

    /**
     * Content-Security-Policy of responses that have none of their own: an API's answer is no page, so it loads
     * nothing and stands in no frame. Resources that serve pages send their own.
     */
    @WithDefault("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
    String contentSecurityPolicy();

    /**
     * X-XSS-Protection: {@code 0} switches off a filter of old browsers that could itself be abused to
     * leak data; the Content-Security-Policy does its job.
     */
    @WithDefault("0")
    String xssProtection();

    /**
     * Referrer-Policy: no address of the suite leaves it. Not {@code no-referrer}, with which browsers send forms with
     * {@code Origin: null}.
     */
    @WithDefault("same-origin")
    String referrerPolicy();

    /** Permissions-Policy: what no page of the suite asks a browser for. */
    @WithDefault("accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
            + "microphone=(), midi=(), payment=(), usb=()")
    String permissionsPolicy();

    /** Strict-Transport-Security; sent when the public address is https, and only then. */
    @WithDefault("max-age=31536000; includeSubDomains")
    String strictTransportSecurity();
}
