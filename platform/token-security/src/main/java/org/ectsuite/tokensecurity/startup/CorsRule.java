package org.ectsuite.tokensecurity.startup;

import java.util.List;
import java.util.Optional;

/** Origins whose scripts may call: a list, never everybody. */
final class CorsRule {
    static final String PROPERTY = "quarkus.http.cors.origins (ECT_CORS_ORIGINS)";

    private CorsRule() {}

    static Optional<Finding> check(List<String> origins) {
        for (String origin : origins) {
            String bare = origin.strip();
            // The framework reads /.../ as a regular expression.
            if (bare.contains("*") || (bare.startsWith("/") && bare.endsWith("/"))) {
                return Optional.of(new Finding(PROPERTY, "must list origins, without '*' and without patterns"));
            }
        }
        return Optional.empty();
    }
}
