package org.ectsuite.notification.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class DigestConfigTest {

    @Test
    void has_these_defaults() {
        // When
        DigestConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DigestConfig.class)
                .build()
                .getConfigMapping(DigestConfig.class);

        // Then
        assertThat(config.to()).isEmpty();
        assertThat(config.at()).isEqualTo("0 0 6 * * ?");
    }
}
