package org.ectsuite.webedge.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;

/** The proxies before the service, as {@code ect.web.request.trusted-proxies} names them; the machine itself among them. */
@ApplicationScoped
public class TrustedProxies {

    private final List<Network> networks;

    TrustedProxies(RequestConfig config) {
        this.networks = config.trustedProxies().stream().map(Network::parse).toList();
    }

    /**
     * Whether an address is a proxy's own. Requests that seem to come from one come from a program of the installation, or
     * from anybody at all, when the proxy does not say for whom it asks: nobody is to be told by such an address.
     */
    public boolean contain(String address) {
        InetAddress literal = Network.literal(address);
        return literal != null && networks.stream().anyMatch(network -> network.contains(literal));
    }
}
