package org.ectsuite.webedge.headers;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start with a list of origins that would let everybody in. */
@Singleton
class CorsOrigins {

    private static final String PROPERTY = "quarkus.http.cors.origins";

    private final List<String> origins;

    CorsOrigins(@ConfigProperty(name = PROPERTY) Optional<List<String>> origins) {
        this.origins = origins.orElse(List.of());
    }

    void check(@Observes StartupEvent event) {
        origins.forEach(CorsOrigins::check);
    }

    /**
     * Takes what a browser sends as Origin and nothing else.
     *
     * @throws IllegalStateException if it is a wildcard, a pattern, or no origin; it names the property
     */
    static void check(String origin) {
        if (!isOrigin(origin.strip())) {
            throw new IllegalStateException(PROPERTY + " (ECT_CORS_ORIGINS, ECT_PUBLIC_URL) must list origins like"
                    + " https://net.example.org, without wildcards, patterns, paths or trailing slashes; '" + origin
                    + "' is none");
        }
    }

    private static boolean isOrigin(String origin) {
        if (origin.contains("*") || !origin.matches("https?://[^/?#@]+")) {
            return false;
        }
        try {
            URI uri = URI.create(origin);
            return uri.getHost() != null && origin.equals(origin.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
