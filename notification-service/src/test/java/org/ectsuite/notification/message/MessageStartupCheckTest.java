package org.ectsuite.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageStartupCheckTest {

    @ParameterizedTest
    @CsvSource({"365D, 30D, 0", "30D, 30D, 0", "29D, 7D, 1", "60D, 90D, 1"})
    void refuses_a_log_that_forgets_what_is_still_needed(String log, String content, int findings) {
        // Given
        MessageConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(MessageConfig.class)
                .withDefaultValues(Map.of(
                        "ect.notification.message.keep-log",
                        log,
                        "ect.notification.message.keep-dead-content",
                        content))
                .build()
                .getConfigMapping(MessageConfig.class);

        // When
        var found = new MessageStartupCheck(config).findings();

        // Then
        assertThat(found).hasSize(findings);
    }
}
