package org.ectsuite.webedge.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestConfigTest {

    @Test
    void by_default_only_this_machine_is_believed() {
        // When
        RequestConfig config = config(Map.of());

        // Then
        assertThat(config.publicUrl()).isEqualTo("http://localhost:8080");
        assertThat(config.trustedProxies()).containsExactly("127.0.0.1/32", "::1/128");
    }

    @Test
    void the_suite_wide_properties_are_followed() {
        // When
        RequestConfig config = config(
                Map.of("ect.public-url", "https://suite.example.org", "ect.trusted-proxies", "10.0.0.0/8,fd00::/8"));

        // Then
        assertThat(config.publicUrl()).isEqualTo("https://suite.example.org");
        assertThat(config.trustedProxies()).containsExactly("10.0.0.0/8", "fd00::/8");
    }

    private static RequestConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .withMapping(RequestConfig.class)
                .build()
                .getConfigMapping(RequestConfig.class);
    }
}
