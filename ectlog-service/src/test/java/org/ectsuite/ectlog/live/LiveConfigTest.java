package org.ectsuite.ectlog.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveConfigTest {

    @Test
    void has_these_defaults() {
        // When
        LiveConfig config = config(Map.of("quarkus.http.cors.origins", "https://net.example.org"));

        // Then
        assertThat(config.origins()).containsExactly("https://net.example.org");
        assertThat(config.queue()).isEqualTo(1024);
        assertThat(config.socketsPerPerson()).isEqualTo(20);
        assertThat(config.recent()).isEqualTo(512);
        assertThat(config.lookAgain()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.presencePause()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void has_these_names() {
        // When
        LiveConfig config = config(Map.of(
                "ect.ectlog.live.origins", "https://a.example,https://b.example",
                "ect.ectlog.live.queue", "1",
                "ect.ectlog.live.sockets-per-person", "2",
                "ect.ectlog.live.recent", "3",
                "ect.ectlog.live.look-again", "4s",
                "ect.ectlog.live.heartbeat", "5s",
                "ect.ectlog.live.presence-pause", "6s"));

        // Then
        assertThat(config.origins()).isEqualTo(Set.of("https://a.example", "https://b.example"));
        assertThat(config.queue()).isEqualTo(1);
        assertThat(config.socketsPerPerson()).isEqualTo(2);
        assertThat(config.recent()).isEqualTo(3);
        assertThat(config.lookAgain()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.presencePause()).isEqualTo(Duration.ofSeconds(6));
    }

    private static LiveConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(LiveConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(LiveConfig.class);
    }
}
