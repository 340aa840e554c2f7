package org.ectsuite.webedge.headers;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsOriginsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"https://net.example.org", "http://localhost:5173", "https://192.0.2.7:8443", "http://[::1]:8080"
            })
    void takes_origins(String origin) {
        // When / Then
        assertThatCode(() -> CorsOrigins.check(origin)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*.example.org",
                "/https://.*/",
                "null",
                "net.example.org",
                "https://net.example.org/",
                "https://net.example.org/app",
                "https://user@net.example.org",
                "https://NET.example.org",
                "ftp://net.example.org",
                ""
            })
    void refuses_everything_else_and_names_the_property(String origin) {
        // When / Then
        assertThatThrownBy(() -> CorsOrigins.check(origin))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ECT_CORS_ORIGINS");
    }
}
