package org.ectsuite.notification.push;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the addresses of a name; blocks. */
@FunctionalInterface
interface HostNames {

    List<InetAddress> find(String name) throws UnknownHostException;
}
