package org.ectsuite.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.ectsuite.auth.session.RefreshPolicy.Presented;
import org.ectsuite.auth.session.RefreshPolicy.Session;
import org.ectsuite.auth.session.RefreshPolicy.Verdict;
import org.junit.jupiter.api.Test;

class RefreshPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Session LIVE = new Session(NOW.plusSeconds(60), NOW.plusSeconds(600), false);
    private static final Presented CURRENT = new Presented(null, false, true);

    private final RefreshPolicy policy = new RefreshPolicy(Duration.ofDays(14), Duration.ofDays(30), GRACE);

    @Test
    void the_current_token_is_rotated() {
        assertThat(policy.judge(LIVE, CURRENT, NOW)).isEqualTo(Verdict.ROTATE);
    }

    @Test
    void the_parent_is_answered_again_within_the_grace() {
        Presented parent = new Presented(NOW.minus(GRACE).plusNanos(1), true, true);

        assertThat(policy.judge(LIVE, parent, NOW)).isEqualTo(Verdict.REPEAT);
    }

    @Test
    void the_parent_is_reused_when_the_grace_is_over() {
        Presented parent = new Presented(NOW.minus(GRACE), true, true);

        assertThat(policy.judge(LIVE, parent, NOW)).isEqualTo(Verdict.REUSED);
    }

    @Test
    void a_grandparent_is_reused_even_within_the_grace() {
        Presented grandparent = new Presented(NOW.minusSeconds(1), false, true);

        assertThat(policy.judge(LIVE, grandparent, NOW)).isEqualTo(Verdict.REUSED);
    }

    @Test
    void the_parent_from_another_client_is_reused_even_within_the_grace() {
        Presented parent = new Presented(NOW.minusSeconds(1), true, false);

        assertThat(policy.judge(LIVE, parent, NOW)).isEqualTo(Verdict.REUSED);
    }

    @Test
    void nothing_is_given_for_a_session_that_is_over() {
        assertThat(policy.judge(new Session(NOW.plusSeconds(1), NOW.plusSeconds(1), true), CURRENT, NOW))
                .isEqualTo(Verdict.OVER);
        assertThat(policy.judge(new Session(NOW, NOW.plusSeconds(1), false), CURRENT, NOW))
                .isEqualTo(Verdict.OVER);
        assertThat(policy.judge(new Session(NOW.plusSeconds(1), NOW, false), CURRENT, NOW))
                .isEqualTo(Verdict.OVER);
        assertThat(policy.judge(new Session(NOW.plusSeconds(1), NOW.plusSeconds(1), false), CURRENT, NOW))
                .isEqualTo(Verdict.ROTATE);
    }

    @Test
    void an_old_token_of_an_ended_session_raises_no_alarm() {
        Presented old = new Presented(NOW.minus(GRACE), false, true);

        assertThat(policy.judge(new Session(NOW, NOW, true), old, NOW)).isEqualTo(Verdict.OVER);
    }

    @Test
    void use_prolongs_a_session_but_not_beyond_its_end() {
        assertThat(policy.idleUntil(NOW, NOW.plus(Duration.ofDays(20)))).isEqualTo(NOW.plus(Duration.ofDays(14)));
        assertThat(policy.idleUntil(NOW, NOW.plus(Duration.ofDays(3)))).isEqualTo(NOW.plus(Duration.ofDays(3)));
    }

    @Test
    void a_policy_without_sense_cannot_be_made() {
        assertThatThrownBy(() -> new RefreshPolicy(Duration.ofDays(2), Duration.ofDays(1), GRACE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RefreshPolicy(Duration.ZERO, Duration.ofDays(1), GRACE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
