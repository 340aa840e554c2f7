package org.ectsuite.auth.cookie;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives all cookies of this service the prefix of their names where the suite is reached over https, and takes it away
 * before anything reads them. A local installation without TLS goes without: its browser would refuse the cookies.
 */
@Singleton
class CookiePrefixFilter {

    /** Before whatever looks at cookies. */
    private static final int PRIORITY = 8_000;

    private final boolean https;

    CookiePrefixFilter(@ConfigProperty(name = "ect.public-url") String publicUrl) {
        this.https = publicUrl.startsWith("https://");
    }

    void register(@Observes Filters filters) {
        if (https) {
            filters.register(this::handle, PRIORITY);
        }
    }

    void handle(RoutingContext routing) {
        MultiMap request = routing.request().headers();
        // HTTP/2 may send one field for each cookie (RFC 9113 section 8.2.3).
        List<String> received = request.getAll(HttpHeaders.COOKIE);
        if (!received.isEmpty()) {
            request.set(HttpHeaders.COOKIE, CookiePrefix.received(String.join("; ", received)));
        }
        routing.addHeadersEndHandler(_ -> {
            MultiMap response = routing.response().headers();
            List<String> sent = response.getAll(HttpHeaders.SET_COOKIE);
            if (!sent.isEmpty()) {
                response.set(
                        HttpHeaders.SET_COOKIE.toString(),
                        sent.stream().map(CookiePrefix::sent).toList());
            }
        });
        routing.next();
    }
}
