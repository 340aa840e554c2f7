package org.ectsuite.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuditConfigTest {

    @Test
    void defaults_are_as_documented() {
        AuditConfig config = new SmallRyeConfigBuilder()
                .withMapping(AuditConfig.class)
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(AuditConfig.class);

        assertThat(config.sealEvery()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.rowsPerSeal()).isEqualTo(1000);
        assertThat(config.findings()).isEqualTo(100);
    }
}
