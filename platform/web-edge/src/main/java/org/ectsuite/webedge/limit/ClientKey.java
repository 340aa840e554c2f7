package org.ectsuite.webedge.limit;

import io.netty.util.NetUtil;
import java.util.Arrays;

/** By what clients are told apart: in counting requests, and in whatever else concerns a client and not an address. */
public final class ClientKey {

    /** What one household or office is given, and may choose addresses from at will. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private ClientKey() {}

    /** The key of an address: itself for IPv4, its /64 network for IPv6. */
    public static String of(String address) {
        byte[] bytes = address.indexOf(':') < 0 ? null : NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null || bytes.length == 4) {
            return address;
        }
        Arrays.fill(bytes, IPV6_NETWORK_BYTES, bytes.length, (byte) 0);
        return NetUtil.bytesToIpAddress(bytes) + "/64";
    }
}
