package org.ectsuite.notification.push;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.ectsuite.webedge.request.Network;

/**
 * Which IP addresses may be connected to on behalf of somebody else: public ones, and those that the operator allows. What
 * is not public follows the registries of special-purpose addresses of IANA (RFC 6890).
 */
final class AddressRule {

    private static final String[] SPECIAL = {
        "0.0.0.0/8", // this network
        "10.0.0.0/8", // private
        "100.64.0.0/10", // behind a carrier's translator
        "127.0.0.0/8", // loopback
        "168.63.129.16/32", // Azure's host, public by number only
        "169.254.0.0/16", // link-local, metadata of clouds
        "172.16.0.0/12", // private
        "192.0.0.0/24", // protocol assignments
        "192.0.2.0/24", // documentation
        "192.88.99.0/24", // 6to4 relays
        "192.168.0.0/16", // private
        "198.18.0.0/15", // benchmarks
        "198.51.100.0/24", // documentation
        "203.0.113.0/24", // documentation
        "224.0.0.0/4", // multicast
        "240.0.0.0/4", // reserved, broadcast
        "2001::/23", // protocol assignments, Teredo among them
        "2001:db8::/32", // documentation
        "2002::/16", // 6to4: holds an IPv4 address of anybody's choice
        "3fff::/20" // documentation
    };

    /** All public IPv6 lies here; loopback, link-local, unique local, multicast and mapped addresses lie outside. */
    private static final String GLOBAL_IPV6 = "2000::/3";

    // Not static: a native program may not carry addresses that were made while it was built.
    private final List<Network> special = networks(SPECIAL);
    private final Network globalIpv6 = Network.parse(GLOBAL_IPV6);
    private final List<Network> allowed;

    /** A rule with exceptions: networks in CIDR notation that the operator allows. */
    AddressRule(List<String> allowed) {
        this.allowed = networks(allowed.stream().map(String::strip).toArray(String[]::new));
    }

    /** Whether the address may be connected to. */
    boolean allows(InetAddress address) {
        return in(allowed, address) || isPublic(address);
    }

    private boolean isPublic(InetAddress address) {
        boolean routed = address instanceof Inet4Address || globalIpv6.contains(address);
        return routed && !in(special, address);
    }

    private static boolean in(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... cidr) {
        return Arrays.stream(cidr).map(Network::parse).toList();
    }
}
