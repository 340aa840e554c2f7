package org.ectsuite.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class SecretsConfigTest {

    @Test
    void has_no_default_for_the_keyset() {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder().addDefaultInterceptors().withMapping(SecretsConfig.class);

        assertThatThrownBy(builder::build).hasMessageContaining("ect.secrets.keyset");
    }

    @Test
    void takes_an_empty_keyset_for_a_missing_one() {
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder().withMapping(SecretsConfig.class).withDefaultValue("ect.secrets.keyset", "");

        assertThatThrownBy(builder::build).hasMessageContaining("ect.secrets.keyset");
    }

    @Test
    void takes_the_keyset_from_the_environment() {
        SecretsConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(SecretsConfig.class)
                .withDefaultValue("ECT_SECRETS_KEYSET", "1:x")
                .build()
                .getConfigMapping(SecretsConfig.class);

        assertThat(config.keyset()).isEqualTo("1:x");
    }
}
