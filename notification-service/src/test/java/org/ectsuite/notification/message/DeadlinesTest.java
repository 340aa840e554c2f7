package org.ectsuite.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.ectsuite.notification.template.MailKind;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final Instant DUE = Instant.parse("2026-03-12T18:00:00Z");

    @Test
    void tries_urgent_mail_for_an_hour_and_mailings_for_three_days() {
        // When
        Deadlines deadlines = deadlines(Map.of());

        // Then
        assertThat(deadlines.giveUpAt(MailKind.SIGN_IN_LINK, DUE)).isEqualTo(DUE.plus(Duration.ofHours(1)));
        assertThat(deadlines.giveUpAt(MailKind.NET_LOG, DUE)).isEqualTo(DUE.plus(Duration.ofDays(3)));
    }

    @Test
    void tries_a_kind_with_a_setting_of_its_own_as_long_as_that_says() {
        // When
        Deadlines deadlines = deadlines(Map.of("ect.notification.message.give-up-after.net-log", "6H"));

        // Then
        assertThat(deadlines.giveUpAt(MailKind.NET_LOG, DUE)).isEqualTo(DUE.plus(Duration.ofHours(6)));
        assertThat(deadlines.giveUpAt(MailKind.SIGN_IN_LINK, DUE)).isEqualTo(DUE.plus(Duration.ofHours(1)));
    }

    @Test
    void refuses_a_setting_for_a_kind_there_is_not() {
        Map<String, String> misspelt = Map.of("ect.notification.message.give-up-after.netlog", "6H");

        assertThatThrownBy(() -> deadlines(misspelt))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("ect.notification.message.give-up-after.netlog: there is no such kind of mail");
    }

    private static Deadlines deadlines(Map<String, String> settings) {
        return new Deadlines(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withMapping(MessageConfig.class)
                .build()
                .getConfigMapping(MessageConfig.class));
    }
}
