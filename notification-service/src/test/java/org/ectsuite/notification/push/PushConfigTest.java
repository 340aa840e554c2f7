package org.ectsuite.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PushConfigTest {

    @Test
    void has_the_documented_defaults() {
        // When
        PushConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(PushConfig.class)
                .build()
                .getConfigMapping(PushConfig.class);

        // Then
        assertThat(config.personal()).isTrue();
        assertThat(config.maxPerPerson()).isEqualTo(5);
        assertThat(config.maxShared()).isEqualTo(20);
        assertThat(config.allowedNetworks()).isEmpty();
        assertThat(config.allowHttp()).isFalse();
        assertThat(config.caFile()).isEmpty();
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.disableAfterFailures()).isEqualTo(10);
        assertThat(config.disableAfter()).isEqualTo(Duration.ofDays(1));
    }
}
