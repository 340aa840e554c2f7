package org.ectsuite.webedge.request;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A network in CIDR notation: {@code 10.0.0.0/8}, {@code fd00::/8}; an address alone is a network of one.
 *
 * @param base the address of the network
 * @param prefix how many leading bits belong to the network
 */
public record Network(InetAddress base, int prefix) {

    private static final Pattern DOTTED = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    /**
     * Reads CIDR notation. Names are refused, so nothing is ever looked up.
     *
     * @throws IllegalArgumentException if it is not CIDR notation
     */
    public static Network parse(String cidr) {
        int slash = cidr.indexOf('/');
        InetAddress base = literal(slash < 0 ? cidr : cidr.substring(0, slash));
        if (base == null) {
            throw new IllegalArgumentException("'" + cidr + "' is not a network in CIDR notation");
        }
        int bits = base.getAddress().length * 8;
        String prefix = slash < 0 ? String.valueOf(bits) : cidr.substring(slash + 1);
        if (!prefix.matches("[0-9]{1,3}") || Integer.parseInt(prefix) > bits) {
            throw new IllegalArgumentException("'" + cidr + "' has no prefix length between 0 and " + bits);
        }
        return new Network(base, Integer.parseInt(prefix));
    }

    /** The address that a text is, or null if it is not one; IPv4 mapped into IPv6 counts as IPv4. */
    public static @Nullable InetAddress literal(String text) {
        if (text.indexOf(':') < 0 && !DOTTED.matcher(text).matches()) {
            // The JDK would read "1" as 0.0.0.1.
            return null;
        }
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether the address lies in it. */
    public boolean contains(InetAddress address) {
        if (address instanceof Inet4Address != base instanceof Inet4Address) {
            return false;
        }
        byte[] mine = base.getAddress();
        byte[] other = address.getAddress();
        int whole = prefix / 8;
        for (int i = 0; i < whole; i++) {
            if (mine[i] != other[i]) {
                return false;
            }
        }
        int rest = prefix % 8;
        if (rest == 0) {
            return true;
        }
        int mask = 0xFF << (8 - rest);
        return (mine[whole] & mask) == (other[whole] & mask);
    }
}
