package org.ectsuite.notification.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.ectsuite.tokensecurity.startup.Finding;
import org.ectsuite.tokensecurity.startup.GuardedSecret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BounceHookConfigTest {

    @Test
    void knows_no_provider_at_first() {
        // When
        BounceHookConfig config = config(Map.of());

        // Then
        assertThat(config.standardSecret()).isEmpty();
        assertThat(config.mailgunSigningKey()).isEmpty();
        assertThat(config.tolerance()).isEqualTo(Duration.ofMinutes(5));
        assertThat(new BounceHookStartupCheck(config).findings()).isEmpty();
        assertThat(new BounceHookStartupCheck(config).secrets()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_", "whsec_c2hvcnQ=", "whsec_***", "c2VjcmV0IG9mIGEgcHJvZ3JhbSBvZiBvbmUncyBvd24="})
    void refuses_a_secret_that_is_none(String secret) {
        BounceHookConfig config = config(Map.of("ect.notification.bounce-hooks.standard-secret", secret));

        assertThat(new BounceHookStartupCheck(config).findings())
                .extracting(Finding::property)
                .containsExactly("ect.notification.bounce-hooks.standard-secret");
    }

    @Test
    void has_the_key_of_mailgun_examined() {
        BounceHookConfig config = config(Map.of("ect.notification.bounce-hooks.mailgun-signing-key", "key-1234"));

        assertThat(new BounceHookStartupCheck(config).secrets())
                .extracting(GuardedSecret::value)
                .containsExactly("key-1234");
    }

    private static BounceHookConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(BounceHookConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(BounceHookConfig.class);
    }
}
