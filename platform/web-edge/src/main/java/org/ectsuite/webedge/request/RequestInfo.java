package org.ectsuite.webedge.request;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;

/**
 * Id, client address and program of the present request. Outside of an HTTP request (a scheduled job, a message of a
 * WebSocket) it is the request of nobody: an id of its own, address and program {@code -}.
 */
@RequestScoped
public class RequestInfo {

    private static final String NOBODY = "-";

    private final RequestFacts facts;

    RequestInfo(CurrentVertxRequest current) {
        RequestFacts found = RequestFacts.find(current.getCurrent());
        this.facts = found == null ? new RequestFacts(RequestIds.fresh(), NOBODY, NOBODY, false) : found;
    }

    /** The request id, at most 64 characters of letters, digits, dot, underscore and hyphen. */
    public String id() {
        return facts.id();
    }

    /** The client's address in canonical text: the right-most hop that is not a trusted proxy. */
    public String clientAddress() {
        return facts.clientAddress();
    }

    /** The User-Agent header: at most 200 printable characters. */
    public String userAgent() {
        return facts.userAgent();
    }
}
