package org.ectsuite.tokensecurity.startup;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** The public origin: https, unless nobody beyond this machine can reach it. */
final class PublicUrlRule {
    static final String PROPERTY = "ect.public-url (ECT_PUBLIC_URL)";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private PublicUrlRule() {}

    static Optional<Finding> check(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return finding("is no URL");
        }
        if (uri.getHost() == null || uri.getScheme() == null) {
            return finding("is no URL with scheme and host");
        }
        boolean bare = uri.getRawPath().isEmpty()
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
        if (!bare) {
            return finding("must be scheme, host and port alone, without a trailing slash");
        }
        boolean safe =
                uri.getScheme().equals("https") || (uri.getScheme().equals("http") && LOOPBACK.contains(uri.getHost()));
        return safe ? Optional.empty() : finding("must begin with https:// unless the host is localhost");
    }

    private static Optional<Finding> finding(String message) {
        return Optional.of(new Finding(PROPERTY, message));
    }
}
