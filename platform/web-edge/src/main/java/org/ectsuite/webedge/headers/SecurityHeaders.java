package org.ectsuite.webedge.headers;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The headers that every response ends up with; a resource may have set a value of its own. */
final class SecurityHeaders {

    private final Map<String, String> values;

    SecurityHeaders(HeadersConfig config, String publicUrl) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("X-XSS-Protection", config.xssProtection());
        headers.put("Content-Security-Policy", config.contentSecurityPolicy());
        headers.put("Referrer-Policy", config.referrerPolicy());
        headers.put("Permissions-Policy", config.permissionsPolicy());
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        // What is said to one person must not be kept for another; whoever may be cached says so.
        headers.put("Cache-Control", "no-store");
        if (publicUrl.toLowerCase(Locale.ROOT).startsWith("https:")) {
            headers.put("Strict-Transport-Security", config.strictTransportSecurity());
        }
        this.values = Map.copyOf(headers);
    }

    /** Adds what is missing. */
    void complete(MultiMap response) {
        values.forEach((name, value) -> {
            if (!response.contains(name)) {
                response.set(name, value);
            }
        });
        // Whether a script may read the answer depends on its origin: a shared cache must not mix them up (Fetch,
        // CORS).
        if (response.getAll("Vary").stream().noneMatch(SecurityHeaders::namesOrigin)) {
            response.add("Vary", "Origin");
        }
    }

    private static boolean namesOrigin(String vary) {
        return Arrays.stream(vary.split(",", -1))
                .map(String::strip)
                .anyMatch(field -> field.equals("*") || field.equalsIgnoreCase("Origin"));
    }
}
