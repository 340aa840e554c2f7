package org.ectsuite.notification.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SuppressionConfigTest {

    @Test
    void has_these_defaults() {
        // When
        SuppressionConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SuppressionConfig.class)
                .build()
                .getConfigMapping(SuppressionConfig.class);

        // Then
        assertThat(config.hardBounce()).isEqualTo(Duration.ofDays(180));
        assertThat(config.softBounces()).isEqualTo(Duration.ofDays(30));
        assertThat(config.softBounceLimit()).isEqualTo(3);
        assertThat(config.softBounceWindow()).isEqualTo(Duration.ofDays(30));
    }
}
