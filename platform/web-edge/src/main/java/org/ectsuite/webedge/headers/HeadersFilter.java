package org.ectsuite.webedge.headers;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.ectsuite.webedge.request.RequestConfig;

/**
 * Puts the security headers on a response at the moment its head is written: whatever answered, an endpoint, an error
 * handler or another filter, cannot lose them, and may have brought a stricter or looser value of its own.
 */
@Singleton
class HeadersFilter {

    /** After the request has its id and before all others. */
    private static final int PRIORITY = 9_000;

    private final SecurityHeaders headers;

    HeadersFilter(HeadersConfig config, RequestConfig request) {
        this.headers = new SecurityHeaders(config, request.publicUrl());
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext routing) {
        routing.addHeadersEndHandler(_ -> headers.complete(routing.response().headers()));
        routing.next();
    }
}
