package org.ectsuite.webedge.request;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the address of the client behind proxies: the right-most hop that is not a trusted proxy. What stands left of
 * that hop was written by the client and is worth nothing, so a spoofed header changes nothing.
 */
final class ClientAddresses {

    /** Stands for a peer that has no address any more, since its connection is gone. */
    static final String UNKNOWN = "unknown";

    private final List<Network> trusted;

    ClientAddresses(List<Network> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /**
     * The client's address in canonical text (RFC 5952 for IPv6).
     *
     * @param peer the address of the other end of the connection
     * @param forwardedFor the values of all X-Forwarded-For headers, in the order of the request
     */
    String resolve(@Nullable InetAddress peer, List<String> forwardedFor) {
        if (peer == null) {
            return UNKNOWN;
        }
        List<String> hops = new ArrayList<>();
        forwardedFor.forEach(header -> hops.addAll(Arrays.asList(header.split(",", -1))));
        InetAddress client = peer;
        for (String hop : hops.reversed()) {
            if (!trusts(client)) {
                break;
            }
            InetAddress next = Network.literal(withoutPort(hop.strip()));
            if (next == null) {
                // A trusted proxy that does not know ("unknown", RFC 7239) or that is not configured to say: it is
                // itself the last thing we know.
                break;
            }
            client = next;
        }
        return NetUtil.toAddressString(client);
    }

    /**
     * True if a request comes straight from a trusted address: a gateway would have said for whom it asks, and nobody
     * outside can take that away.
     */
    boolean isInternal(@Nullable InetAddress peer, List<String> forwardedFor) {
        return peer != null && forwardedFor.isEmpty() && trusts(peer);
    }

    private boolean trusts(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    /** Some proxies write the port: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        int colon = hop.indexOf(':');
        return colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
}
