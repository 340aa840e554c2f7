package org.ectsuite.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliveryConfigTest {

    @Test
    void has_these_defaults() {
        // When
        DeliveryConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DeliveryConfig.class)
                .build()
                .getConfigMapping(DeliveryConfig.class);

        // Then
        assertThat(config.enabled()).isTrue();
        assertThat(config.allowedRecipients()).isEmpty();
        assertThat(config.urgentWorkers()).isEqualTo(4);
        assertThat(config.bulkWorkers()).isEqualTo(8);
        assertThat(config.pushWorkers()).isEqualTo(4);
        assertThat(config.lease()).isEqualTo(Duration.ofMinutes(3));
        assertThat(config.pollInterval()).isEqualTo(Duration.ofSeconds(1));
    }
}
