package org.ectsuite.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MessageConfigTest {

    @Test
    void has_these_defaults() {
        // When
        MessageConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(MessageConfig.class)
                .build()
                .getConfigMapping(MessageConfig.class);

        // Then
        assertThat(config.maxAttachments()).isEqualTo(10);
        assertThat(config.maxAttachmentBytes()).isEqualTo(10 * 1024 * 1024);
        assertThat(config.urgentGiveUpAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(config.bulkGiveUpAfter()).isEqualTo(Duration.ofDays(3));
        assertThat(config.giveUpAfter()).isEmpty();
        assertThat(config.keepDeadContent()).isEqualTo(Duration.ofDays(30));
        assertThat(config.keepLog()).isEqualTo(Duration.ofDays(365));
    }
}
