package org.ectsuite.webedge.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * Passes over an {@code Accept} header that cannot be read, as RFC 9110 section 12.5.1 leaves servers free to: the
 * framework would take it for a failure of the service.
 */
@Singleton
class AcceptFilter {

    void register(@Observes Filters filters) {
        filters.register(AcceptFilter::handle, RequestFilter.PRIORITY - 1);
    }

    private static void handle(RoutingContext routing) {
        List<String> accept = routing.request().headers().getAll(HttpHeaders.ACCEPT);
        if (!accept.stream().allMatch(AcceptFilter::readable)) {
            routing.request().headers().set(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        }
        routing.next();
    }

    static boolean readable(String accept) {
        try {
            for (String range : accept.split(",", -1)) {
                String quality =
                        MediaType.valueOf(range.strip()).getParameters().get("q");
                if (quality != null) {
                    Double.parseDouble(quality);
                }
            }
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
