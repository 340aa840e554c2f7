package org.ectsuite.webedge.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdempotencyConfigTest {

    @Test
    void the_defaults_are_those_of_the_documentation() {
        // When
        IdempotencyConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withConverter(Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .withMapping(IdempotencyConfig.class)
                .build()
                .getConfigMapping(IdempotencyConfig.class);

        // Then
        assertThat(config.keep()).isEqualTo(Duration.ofHours(24));
        assertThat(config.patience()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.cleanUp()).isEqualTo(Duration.ofMinutes(15));
    }
}
