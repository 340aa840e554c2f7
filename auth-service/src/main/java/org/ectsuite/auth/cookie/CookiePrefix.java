package org.ectsuite.auth.cookie;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The prefix {@code __Secure-} of cookie names (RFC 6265bis section 4.1.3.1): a browser takes a cookie of such a name
 * over TLS alone, so nobody on the line can plant a session over plain HTTP. {@code __Host-} would want the path
 * {@code /}, and every service would be sent the refresh token.
 */
final class CookiePrefix {

    /** Begins the names of all cookies of auth-service, as its code knows them. */
    private static final String OURS = "ect_";

    private static final String PREFIX = "__Secure-";

    private CookiePrefix() {}

    /**
     * The {@code Cookie} header as the code is to see it: our cookies by their plain names, and none that came without
     * the prefix. Cookies of others stay as they are.
     */
    static String received(String header) {
        return Arrays.stream(header.split(";"))
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty() && !cookie.startsWith(OURS))
                .map(cookie -> cookie.startsWith(PREFIX + OURS) ? cookie.substring(PREFIX.length()) : cookie)
                .collect(Collectors.joining("; "));
    }

    /** The {@code Set-Cookie} header as the browser is to see it. */
    static String sent(String header) {
        return header.startsWith(OURS) ? PREFIX + header : header;
    }
}
