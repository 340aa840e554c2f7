package org.ectsuite.webedge.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Where the service stands: its public address and the proxies before it. */
@ConfigMapping(prefix = "ect.web.request")
public interface RequestConfig {

    /**
     * The public origin of the suite, without a trailing slash. It feeds the token issuer, redirects, links in mails,
     * CORS, the Origin check of WebSockets, and decides whether HSTS is sent.
     */
    @WithDefault("${ect.public-url:http://localhost:8080}")
    String publicUrl();

    /**
     * The proxies whose X-Forwarded-For is believed, as networks in CIDR notation. The client's address is the
     * right-most hop that is not in this list.
     */
    @WithDefault("${ect.trusted-proxies:127.0.0.1/32,::1/128}")
    List<String> trustedProxies();
}
