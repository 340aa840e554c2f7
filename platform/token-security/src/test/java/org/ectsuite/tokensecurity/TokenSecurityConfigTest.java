package org.ectsuite.tokensecurity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenSecurityConfigTest {
    @Test
    void defaults() {
        var config = TokenKeysTest.config();

        assertThat(config.publicUrl()).isEqualTo("http://localhost:8080");
        assertThat(config.service()).isEqualTo("ectlog-service");
        assertThat(config.authUrl()).isEqualTo("http://127.0.0.1:8081/auth");
        assertThat(config.clientSecret()).isEmpty();
        assertThat(config.pollInterval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.keyFetchFloor()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.keyMaxAge()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.stepUpWindow()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.rememberedTokens()).isEqualTo(10_000);
    }
}
