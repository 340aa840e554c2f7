package org.ectsuite.ectlog.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReminderConfigTest {

    @Test
    void has_these_defaults() {
        // When
        ReminderConfig config = config(Map.of());

        // Then
        assertThat(config.netControl()).contains(List.of(Duration.ofHours(24), Duration.ofHours(1)));
        assertThat(config.staff()).contains(List.of(Duration.ofHours(24), Duration.ofHours(1)));
        assertThat(config.followers()).contains(List.of(Duration.ofHours(1)));
        assertThat(config.lookEvery()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void can_be_switched_off() {
        assertThat(config(Map.of("ect.ectlog.reminders.followers", "")).followers())
                .isEmpty();
    }

    private static ReminderConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(ReminderConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(ReminderConfig.class);
    }
}
