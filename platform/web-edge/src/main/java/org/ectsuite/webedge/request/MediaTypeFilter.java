package org.ectsuite.webedge.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;

/**
 * Reads media types that cannot be read as RFC 9110 leaves servers free to: the framework would take them for a failure
 * of the service. An {@code Accept} is passed over (section 12.5.1), a {@code Content-Type} names mere bytes (section 8.3).
 */
@Singleton
class MediaTypeFilter {

    void register(@Observes Filters filters) {
        filters.register(MediaTypeFilter::handle, RequestFilter.PRIORITY - 1);
    }

    private static void handle(RoutingContext routing) {
        MultiMap headers = routing.request().headers();
        if (!headers.getAll(HttpHeaders.ACCEPT).stream().allMatch(MediaTypeFilter::readableRanges)) {
            headers.set(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        }
        String contentType = headers.get(HttpHeaders.CONTENT_TYPE);
        if (contentType != null && !readable(contentType)) {
            headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
        }
        routing.next();
    }

    private static boolean readableRanges(String accept) {
        for (String range : accept.split(",", -1)) {
            if (!readable(range.strip())) {
                return false;
            }
        }
        return true;
    }

    private static boolean readable(String mediaType) {
        try {
            String quality = MediaType.valueOf(mediaType).getParameters().get("q");
            if (quality != null) {
                Double.parseDouble(quality);
            }
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
