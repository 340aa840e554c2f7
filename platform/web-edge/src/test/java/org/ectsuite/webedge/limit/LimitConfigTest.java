package org.ectsuite.webedge.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class LimitConfigTest {

    @Test
    void the_defaults_are_those_of_the_design() {
        // When
        LimitConfig config = new SmallRyeConfigBuilder()
                .withMapping(LimitConfig.class)
                .build()
                .getConfigMapping(LimitConfig.class);

        // Then
        assertThat(config.anonymousPerMinute()).isEqualTo(200);
        assertThat(config.personPerMinute()).isEqualTo(600);
        assertThat(config.servicePerMinute()).isEqualTo(60_000);
        assertThat(config.addressPerMinute()).isEqualTo(3_000);
        assertThat(config.signInPerMinute()).isEqualTo(10);
        assertThat(config.rememberedClients()).isEqualTo(50_000);
    }
}
