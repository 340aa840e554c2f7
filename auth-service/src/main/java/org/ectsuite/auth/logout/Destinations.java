package org.ectsuite.auth.logout;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses this service may be made to knock at (server-side request forgery: those of the open internet alone). */
final class Destinations {

    private Destinations() {}

    static boolean open(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? openSix(bytes) : openFour(bytes);
    }

    /** RFC 6890: this network, shared address space, protocol assignments, documentation, benchmarks, reserved. */
    private static boolean openFour(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return first != 0
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0 && (third == 0 || third == 2))
                && !(first == 192 && second == 88 && third == 99)
                && !(first == 198 && (second == 18 || second == 19))
                && !(first == 198 && second == 51 && third == 100)
                && !(first == 203 && second == 0 && third == 113)
                && first < 240;
    }

    /** Global unicast is 2000::/3; of it neither documentation nor what carries an IPv4 address inside. */
    private static boolean openSix(byte[] bytes) {
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean teredoOrDocumentation = first == 0x2001 && (second == 0 || second == 0xdb8);
        boolean sixToFour = first == 0x2002;
        return global && !teredoOrDocumentation && !sixToFour;
    }
}
