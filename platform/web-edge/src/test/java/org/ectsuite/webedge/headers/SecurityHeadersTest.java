package org.ectsuite.webedge.headers;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTest {

    private static final HeadersConfig DEFAULTS =
            new SmallRyeConfigBuilder().withMapping(HeadersConfig.class).build().getConfigMapping(HeadersConfig.class);

    @Test
    void the_defaults_are_those_of_the_documentation() {
        // When / Then
        assertThat(DEFAULTS.contentSecurityPolicy())
                .isEqualTo("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(DEFAULTS.xssProtection()).isEqualTo("0");
        assertThat(DEFAULTS.referrerPolicy()).isEqualTo("same-origin");
        assertThat(DEFAULTS.permissionsPolicy())
                .isEqualTo("accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                        + " magnetometer=(), microphone=(), midi=(), payment=(), usb=()");
        assertThat(DEFAULTS.strictTransportSecurity()).isEqualTo("max-age=31536000; includeSubDomains");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://suite.example.org"})
    void without_https_there_is_no_promise_of_https(String publicUrl) {
        // Given
        MultiMap response = MultiMap.caseInsensitiveMultiMap();

        // When
        new SecurityHeaders(DEFAULTS, publicUrl).complete(response);

        // Then
        assertThat(response.contains("Strict-Transport-Security")).isFalse();
        assertThat(response.get("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://suite.example.org", "HTTPS://suite.example.org"})
    void with_https_there_is(String publicUrl) {
        // Given
        MultiMap response = MultiMap.caseInsensitiveMultiMap();

        // When
        new SecurityHeaders(DEFAULTS, publicUrl).complete(response);

        // Then
        assertThat(response.get("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
    }

    @Test
    void what_a_resource_said_stands() {
        // Given
        MultiMap response = MultiMap.caseInsensitiveMultiMap()
                .add("content-security-policy", "default-src 'self'")
                .add("vary", "Accept, origin");

        // When
        new SecurityHeaders(DEFAULTS, "http://localhost:8080").complete(response);

        // Then
        assertThat(response.getAll("Content-Security-Policy")).containsExactly("default-src 'self'");
        assertThat(response.getAll("Vary")).containsExactly("Accept, origin");
    }

    @Test
    void a_vary_without_origin_gets_it() {
        // Given
        MultiMap response = MultiMap.caseInsensitiveMultiMap().add("Vary", "Accept");

        // When
        new SecurityHeaders(DEFAULTS, "http://localhost:8080").complete(response);

        // Then
        assertThat(response.getAll("Vary")).containsExactly("Accept", "Origin");
    }
}
