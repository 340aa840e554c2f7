package org.ectsuite.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpConfigTest {

    private static final String PREFIX = "ect.notification.smtp.";
    private static final Map<String, String> NEEDED = Map.of(
            PREFIX + "host", "mail.example.org",
            PREFIX + "username", "user",
            PREFIX + "password", "secret",
            PREFIX + "from", "ECT Suite <ect@example.org>");

    @Test
    void has_these_defaults() {
        // When
        SmtpConfig config = config(NEEDED);

        // Then
        assertThat(config.port()).isEqualTo(587);
        assertThat(config.tls()).isEqualTo(SmtpConfig.Tls.STARTTLS);
        assertThat(config.caFile()).isEmpty();
        assertThat(config.ownHostName()).isEmpty();
        assertThat(config.bounceAddress()).isEmpty();
        assertThat(config.maxPerSecond()).isEmpty();
        assertThat(config.maxMailsPerConnection()).isEqualTo(100);
        assertThat(config.maxPerDay()).isEmpty();
        assertThat(config.dkim().selector()).isEmpty();
        assertThat(config.dkim().domain()).isEmpty();
        assertThat(config.dkim().privateKey()).isEmpty();
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.idleTimeout()).isEqualTo(Duration.ofSeconds(25));
        assertThat(config.sendTimeout()).isEqualTo(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "username", "password", "from"})
    void has_no_default_for_what_only_an_operator_knows(String property) {
        // Given
        Map<String, String> without = new HashMap<>(NEEDED);
        without.remove(PREFIX + property);

        // Then
        assertThatThrownBy(() -> config(without))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(PREFIX + property);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "optional", "false"})
    void knows_no_way_without_tls(String tls) {
        // Given
        Map<String, String> plain = new HashMap<>(NEEDED);
        plain.put(PREFIX + "tls", tls);

        // Then
        assertThatThrownBy(() -> config(plain)).isInstanceOf(ConfigValidationException.class);
    }

    private static SmtpConfig config(Map<String, String> values) {
        var builder = new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(SmtpConfig.class);
        values.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(SmtpConfig.class);
    }
}
