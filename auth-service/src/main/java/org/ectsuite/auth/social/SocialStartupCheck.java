package org.ectsuite.auth.social;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ectsuite.tokensecurity.startup.Finding;
import org.ectsuite.tokensecurity.startup.StartupCheck;

/** Notices half-configured providers, and addresses over which a secret would travel in the clear. */
@ApplicationScoped
class SocialStartupCheck implements StartupCheck {

    private static final String PREFIX = "ect.auth.social.";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final SocialConfig config;

    SocialStartupCheck(SocialConfig config) {
        this.config = config;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        SocialConfig.Google google = config.google();
        complete("google", google.clientId(), google.clientSecret(), findings);
        address("google.issuer", google.issuer(), findings);
        SocialConfig.Microsoft microsoft = config.microsoft();
        complete("microsoft", microsoft.clientId(), microsoft.clientSecret(), findings);
        address("microsoft.base-url", microsoft.baseUrl(), findings);
        SocialConfig.GitHub github = config.github();
        complete("github", github.clientId(), github.clientSecret(), findings);
        address("github.base-url", github.baseUrl(), findings);
        address("github.api-url", github.apiUrl(), findings);
        return findings;
    }

    private static void complete(
            String provider, Optional<String> id, Optional<String> secret, List<Finding> findings) {
        boolean offered = id.filter(text -> !text.isBlank()).isPresent();
        if (offered && secret.filter(text -> !text.isBlank()).isEmpty()) {
            findings.add(
                    new Finding(PREFIX + provider + ".client-secret", "is missing, although there is a client id"));
        }
    }

    private static void address(String name, String address, List<Finding> findings) {
        if (!safe(address)) {
            findings.add(new Finding(PREFIX + name, "must begin with https:// unless the host is this machine"));
        }
        if (address.endsWith("/")) {
            findings.add(new Finding(PREFIX + name, "must not end with a slash"));
        }
    }

    static boolean safe(String address) {
        try {
            URI uri = URI.create(address);
            String host = uri.getHost();
            return host != null
                    && uri.getRawUserInfo() == null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
