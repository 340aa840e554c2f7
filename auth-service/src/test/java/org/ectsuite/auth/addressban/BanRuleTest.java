package org.ectsuite.auth.addressban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BanRuleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T20:00:00Z");

    private final BanRule rule = new BanRule(5, Duration.ofMinutes(10), Duration.ofHours(1));

    @Test
    void the_fifth_failure_bans_for_an_hour() {
        assertThat(rule.bannedUntil(4, NOW)).isEmpty();
        assertThat(rule.bannedUntil(5, NOW)).contains(NOW.plus(Duration.ofHours(1)));
        assertThat(rule.bannedUntil(50, NOW)).contains(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void counts_the_period_that_ends_now() {
        assertThat(rule.since(NOW)).isEqualTo(Instant.parse("2026-03-01T19:50:00Z"));
    }

    @Test
    void bans_nobody_when_turned_off() {
        BanRule off = new BanRule(0, Duration.ofMinutes(10), Duration.ofHours(1));

        assertThat(off.on()).isFalse();
        assertThat(off.bannedUntil(1000, NOW)).isEmpty();
    }

    @Test
    void refuses_what_makes_no_sense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BanRule(-1, Duration.ofMinutes(10), Duration.ofHours(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new BanRule(5, Duration.ZERO, Duration.ofHours(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new BanRule(5, Duration.ofHours(1), Duration.ZERO));
    }
}
