package org.ectsuite.auth.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where people may be sent back to (RFC 6749 section 3.1.2, RFC 8252 section 7, RFC 9700 section 2.1): compared as text,
 * character by character; only the port of a loopback address may differ, since programs on a desk take what is free.
 */
public final class RedirectUri {

    public static final int MAX_LENGTH = 500;

    /** What RFC 3986 allows, without the fragment. */
    private static final Pattern CHARACTERS =
            Pattern.compile("(?:[A-Za-z0-9._~:/?@!$&'()*+,;=\\[\\]-]|%[0-9A-Fa-f]{2})+");

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");
    /** Not {@code localhost}: another program may answer to that name (RFC 8252 section 8.3). */
    private static final Pattern LOOPBACK_ADDRESS =
            Pattern.compile("(http://(?:127\\.0\\.0\\.1|\\[::1]))(?::[0-9]{1,5})?(?=[/?]|$)");

    private RedirectUri() {}

    /**
     * Why it may not be registered; empty if it may.
     *
     * @param onDevice whether the program runs on the person's own device, where schemes of its own are safe enough
     */
    public static Optional<String> flaw(String text, boolean onDevice) {
        if (text.length() > MAX_LENGTH) {
            return Optional.of("must have at most " + MAX_LENGTH + " characters");
        }
        if (!CHARACTERS.matcher(text).matches()) {
            return Optional.of("must be an absolute URI without fragment, blanks or characters outside ASCII");
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return Optional.of("must be an absolute URI");
        }
        String scheme = uri.getScheme();
        if (scheme == null || !scheme.equals(scheme.toLowerCase(Locale.ROOT))) {
            return Optional.of("must begin with a scheme in lower case");
        }
        return switch (scheme) {
            case "https" -> hostFlaw(uri);
            case "http" ->
                LOOPBACK.contains(String.valueOf(uri.getHost()))
                        ? hostFlaw(uri)
                        : Optional.of("must be https, or http at 127.0.0.1, [::1] or localhost");
            default -> ownSchemeFlaw(scheme, onDevice);
        };
    }

    private static Optional<String> hostFlaw(URI uri) {
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            return Optional.of("must name a host, and no user");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            return Optional.of("must name a port that there is");
        }
        String path = uri.getRawPath();
        return path.contains("/../") || path.contains("/./") || path.endsWith("/..") || path.endsWith("/.")
                ? Optional.of("must not contain dot segments")
                : Optional.empty();
    }

    /** Private-use schemes are domain names turned round (RFC 8252 section 7.1): {@code javascript:} and the like have no dot. */
    private static Optional<String> ownSchemeFlaw(String scheme, boolean onDevice) {
        return onDevice && scheme.contains(".")
                ? Optional.empty()
                : Optional.of("must be https; a public client may also use a scheme like org.example.app");
    }

    /** Whether people may be sent there. */
    public static boolean matches(Collection<String> registered, String asked) {
        if (registered.contains(asked)) {
            return true;
        }
        return LOOPBACK_ADDRESS.matcher(asked).lookingAt()
                && registered.stream()
                        .filter(one -> LOOPBACK_ADDRESS.matcher(one).lookingAt())
                        .anyMatch(one -> withoutPort(one).equals(withoutPort(asked)));
    }

    private static String withoutPort(String uri) {
        return LOOPBACK_ADDRESS.matcher(uri).replaceFirst("$1");
    }
}
