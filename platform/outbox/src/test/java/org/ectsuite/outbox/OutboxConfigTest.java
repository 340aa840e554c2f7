package org.ectsuite.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutboxConfigTest {

    private static final int ABOVE_BUILT_IN = 100;

    private static SmallRyeConfigBuilder builder() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(OutboxConfig.class)
                .withConverter(Duration.class, ABOVE_BUILT_IN, new DurationConverter());
    }

    @Test
    void defaults_are_as_documented() {
        OutboxConfig config = builder().build().getConfigMapping(OutboxConfig.class);

        assertThat(config.notificationUrl()).isEqualTo("http://127.0.0.1:8084/notification");
        assertThat(config.pollEvery()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.parallel()).isEqualTo(8);
        assertThat(config.lease()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.answerWithin()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.composeWithin()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.firstWait()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.longestWait()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.keepFinished()).isEqualTo(Duration.ofDays(7));
        assertThat(config.keepParked()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void a_lease_outlives_the_longest_attempt() {
        OutboxConfig config = builder().build().getConfigMapping(OutboxConfig.class);

        assertThat(config.lease()).isGreaterThan(config.composeWithin().plus(config.answerWithin()));
    }

    @Test
    void the_address_comes_from_the_environment() {
        OutboxConfig config = builder()
                .withDefaultValue("ECT_NOTIFICATION_URL", "http://10.0.0.4:8084/notification")
                .build()
                .getConfigMapping(OutboxConfig.class);

        assertThat(config.notificationUrl()).isEqualTo("http://10.0.0.4:8084/notification");
    }
}
