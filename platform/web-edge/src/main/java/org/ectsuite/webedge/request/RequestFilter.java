package org.ectsuite.webedge.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.util.List;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The first filter of all: gives each request its id, finds the client's address, and lets the log know the id. */
@ApplicationScoped
class RequestFilter {

    /** Before every other filter, the framework's included. */
    static final int PRIORITY = 10_000;

    static final String HEADER = "X-Request-Id";

    private static final int USER_AGENT_LENGTH = 200;

    private final ClientAddresses addresses;

    RequestFilter(RequestConfig config) {
        this.addresses = new ClientAddresses(
                config.trustedProxies().stream().map(Network::parse).toList());
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        String id = RequestIds.accept(request.getHeader(HEADER));
        InetAddress peer = peer(request.remoteAddress());
        List<String> forwardedFor = request.headers().getAll("X-Forwarded-For");
        new RequestFacts(
                        id,
                        addresses.resolve(peer, forwardedFor),
                        userAgent(request.getHeader("User-Agent")),
                        addresses.isInternal(peer, forwardedFor))
                .attach(routing);
        MDC.put("requestId", id);
        routing.response().putHeader(HEADER, id);
        routing.next();
    }

    private static @Nullable InetAddress peer(@Nullable SocketAddress address) {
        String host = address == null ? null : address.hostAddress();
        return host == null ? null : Network.literal(host);
    }

    /** It goes into logs and the audit trail: short, and nothing in it that a terminal or a log would obey. */
    static String userAgent(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return "-";
        }
        String printable = sent.replaceAll("[^\\x20-\\x7E]", "?").strip();
        return printable.length() > USER_AGENT_LENGTH ? printable.substring(0, USER_AGENT_LENGTH) : printable;
    }
}
