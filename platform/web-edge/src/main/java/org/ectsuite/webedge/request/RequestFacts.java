package org.ectsuite.webedge.request;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request before anything else looks at it.
 *
 * @param id the request id
 * @param clientAddress the address of the client, in canonical text
 * @param userAgent the User-Agent header, shortened and printable, or {@code -}
 * @param internal it comes from a trusted address and through no proxy: from another program of the installation
 */
public record RequestFacts(String id, String clientAddress, String userAgent, boolean internal) {

    private static final String KEY = RequestFacts.class.getName();

    /** The facts of a request; they are there from the first filter on. */
    public static @Nullable RequestFacts find(@Nullable RoutingContext routing) {
        return routing == null ? null : routing.get(KEY);
    }

    /** The id of a request, or a new one if it never came through the first filter. */
    public static String id(@Nullable RoutingContext routing) {
        RequestFacts facts = find(routing);
        return facts == null ? RequestIds.fresh() : facts.id();
    }

    /** The address of the client, or {@code unknown} if the request never came through the first filter. */
    public static String clientAddress(@Nullable RoutingContext routing) {
        RequestFacts facts = find(routing);
        return facts == null ? ClientAddresses.UNKNOWN : facts.clientAddress();
    }

    /** True if the request comes from a program inside the installation and not through the gateway. */
    public static boolean isInternal(@Nullable RoutingContext routing) {
        RequestFacts facts = find(routing);
        return facts != null && facts.internal();
    }

    void attach(RoutingContext routing) {
        routing.put(KEY, this);
    }
}
