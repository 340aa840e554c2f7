package org.ectsuite.notification.push;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ectsuite.webedge.request.Network;
import org.jspecify.annotations.Nullable;

/**
 * An address that people gave us to connect to. Its host is a name, or an IP address in the one form that everybody reads
 * alike: {@code 2130706433}, {@code 0x7f.1}, {@code 0177.0.0.1} and {@code ::ffff:127.0.0.1} are refused.
 *
 * @param secure whether it is https
 * @param host name or address of the host, without brackets
 * @param port 1 to 65535
 * @param resource path and query; begins with a slash
 * @param literal the address that the host is; null if it is a name
 */
record TargetUrl(
        boolean secure,
        String host,
        int port,
        String resource,
        @Nullable InetAddress literal) {

    /** No address is longer. */
    static final int LENGTH = 2000;

    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern NUMERIC_END = Pattern.compile("(^|.*\\.)(0x[0-9a-f]*|[0-9]+)");
    private static final Pattern DOTTED = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern MAPPED = Pattern.compile("(?:0{0,4}:){2,7}ffff:.*");

    /** Reads an address; fails with {@link UrlRefusedException}. */
    static TargetUrl parse(String text, boolean allowHttp) {
        URI uri = uri(text);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && allowHttp)) {
            throw new UrlRefusedException("must begin with https://");
        }
        if (uri.getRawUserInfo() != null) {
            throw new UrlRefusedException("must not hold a user name or password");
        }
        if (uri.getRawFragment() != null) {
            throw new UrlRefusedException("must not have a part behind #");
        }
        if (uri.getHost() == null) {
            throw new UrlRefusedException("must name a host, in ASCII");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        int port = uri.getPort() < 0 ? (secure ? 443 : 80) : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw new UrlRefusedException("must have a port between 1 and 65535");
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String resource = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new TargetUrl(secure, bare, port, resource, literal(bare));
    }

    /** The same server with another resource. */
    TargetUrl at(String other) {
        return new TargetUrl(secure, host, port, other, literal);
    }

    /** Scheme, host and port: who is connected to. */
    String origin() {
        return (secure ? "https://" : "http://") + authority();
    }

    /** Host and port as in a Host header. */
    String authority() {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == (secure ? 443 : 80) ? name : name + ":" + port;
    }

    private static URI uri(String text) {
        if (text.length() > LENGTH) {
            throw new UrlRefusedException("must have at most %d characters".formatted(LENGTH));
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new UrlRefusedException("is no address of the web");
        }
    }

    private static @Nullable InetAddress literal(String host) {
        if (host.indexOf(':') >= 0) {
            if (MAPPED.matcher(host).matches() || host.indexOf('%') >= 0) {
                throw new UrlRefusedException("must name its host in the usual form");
            }
            return address(host);
        }
        if (NUMERIC_END.matcher(host).matches()) {
            // Such a host is an IPv4 address to browsers and C libraries, in one of half a dozen forms.
            if (!DOTTED.matcher(host).matches()) {
                throw new UrlRefusedException("must name its host in the usual form");
            }
            return address(host);
        }
        if (!NAME.matcher(host).matches()) {
            throw new UrlRefusedException("must name a host, in ASCII");
        }
        return null;
    }

    private static InetAddress address(String host) {
        InetAddress address = Network.literal(host);
        if (address == null) {
            throw new UrlRefusedException("must name its host in the usual form");
        }
        return address;
    }

    /** An address may be a key itself: kept out of logs. */
    @Override
    public String toString() {
        return origin();
    }
}
