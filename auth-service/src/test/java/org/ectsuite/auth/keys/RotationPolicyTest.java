package org.ectsuite.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ectsuite.auth.keys.RotationPolicy.Step;
import org.junit.jupiter.api.Test;

class RotationPolicyTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LIFE = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMinutes(10);
    private static final Duration RETIREMENT = Duration.ofMinutes(20);

    private final RotationPolicy policy = new RotationPolicy(LIFE, AHEAD, SOON, RETIREMENT);

    @Test
    void the_first_key_signs_at_once() {
        assertThat(policy.due(List.of(), START)).containsExactly(new Step.CreateActive());
    }

    @Test
    void a_young_key_needs_nothing() {
        RotationPolicy.Key active = new RotationPolicy.Key("a", KeyState.ACTIVE, START, false);

        assertThat(policy.due(List.of(active), START.plus(LIFE).minus(AHEAD).minusNanos(1)))
                .isEmpty();
    }

    @Test
    void a_successor_is_published_ahead() {
        RotationPolicy.Key active = new RotationPolicy.Key("a", KeyState.ACTIVE, START, false);

        assertThat(policy.due(List.of(active), START.plus(LIFE).minus(AHEAD))).containsExactly(new Step.CreateNext());
    }

    @Test
    void the_successor_takes_over_when_the_old_key_has_served() {
        RotationPolicy.Key active = new RotationPolicy.Key("a", KeyState.ACTIVE, START, false);
        RotationPolicy.Key next =
                new RotationPolicy.Key("b", KeyState.NEXT, START.plus(LIFE).minus(AHEAD), false);

        assertThat(policy.due(List.of(active, next), START.plus(LIFE).minusNanos(1)))
                .isEmpty();
        assertThat(policy.due(List.of(active, next), START.plus(LIFE))).containsExactly(new Step.Promote("b", "a"));
    }

    @Test
    void the_successor_never_signs_before_it_was_published_long_enough() {
        RotationPolicy.Key active = new RotationPolicy.Key("a", KeyState.ACTIVE, START, false);
        Instant late = START.plus(LIFE).plus(Duration.ofDays(3));
        RotationPolicy.Key next = new RotationPolicy.Key("b", KeyState.NEXT, late, false);

        assertThat(policy.due(List.of(active, next), late.plus(AHEAD).minusNanos(1)))
                .isEmpty();
        assertThat(policy.due(List.of(active, next), late.plus(AHEAD))).containsExactly(new Step.Promote("b", "a"));
    }

    @Test
    void a_retired_key_is_erased_when_its_last_token_has_died() {
        RotationPolicy.Key active = new RotationPolicy.Key("b", KeyState.ACTIVE, START, false);
        RotationPolicy.Key retiring = new RotationPolicy.Key("a", KeyState.RETIRING, START, false);

        assertThat(policy.due(List.of(active, retiring), START.plus(RETIREMENT).minusNanos(1)))
                .isEmpty();
        assertThat(policy.due(List.of(active, retiring), START.plus(RETIREMENT)))
                .containsExactly(new Step.Erase("a"));
    }

    @Test
    void what_is_gone_stays_gone() {
        RotationPolicy.Key active = new RotationPolicy.Key("b", KeyState.ACTIVE, START, false);
        RotationPolicy.Key gone = new RotationPolicy.Key("a", KeyState.GONE, START.minus(LIFE), false);

        assertThat(policy.due(List.of(active, gone), START)).isEmpty();
    }

    @Test
    void a_successor_that_is_wanted_soon_signs_when_everybody_can_know_it() {
        RotationPolicy.Key active = new RotationPolicy.Key("a", KeyState.ACTIVE, START, false);
        RotationPolicy.Key next = new RotationPolicy.Key("b", KeyState.NEXT, START.plusSeconds(60), true);
        Instant known = START.plusSeconds(60).plus(SOON);

        assertThat(policy.due(List.of(active, next), known.minusNanos(1))).isEmpty();
        assertThat(policy.due(List.of(active, next), known)).containsExactly(new Step.Promote("b", "a"));
    }

    @Test
    void tells_when_a_key_changes_by_itself() {
        RotationPolicy.Key active = new RotationPolicy.Key("b", KeyState.ACTIVE, START, false);
        Instant ahead = START.plus(LIFE).minus(AHEAD);
        RotationPolicy.Key next = new RotationPolicy.Key("c", KeyState.NEXT, ahead, false);
        RotationPolicy.Key hurried = new RotationPolicy.Key("c", KeyState.NEXT, ahead, true);
        RotationPolicy.Key retiring = new RotationPolicy.Key("a", KeyState.RETIRING, START, false);
        RotationPolicy.Key gone = new RotationPolicy.Key("z", KeyState.GONE, START, false);

        assertThat(policy.changes(active, List.of(active))).contains(START.plus(LIFE));
        assertThat(policy.changes(next, List.of(active, next))).contains(START.plus(LIFE));
        assertThat(policy.changes(hurried, List.of(active, hurried))).contains(ahead.plus(SOON));
        assertThat(policy.changes(active, List.of(active, hurried))).contains(ahead.plus(SOON));
        assertThat(policy.changes(retiring, List.of(active, retiring))).contains(START.plus(RETIREMENT));
        assertThat(policy.changes(gone, List.of(active, gone))).isEmpty();
    }

    @Test
    void a_policy_that_would_sign_with_unknown_keys_cannot_be_made() {
        assertThatThrownBy(() -> new RotationPolicy(AHEAD, AHEAD, SOON, RETIREMENT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RotationPolicy(LIFE, Duration.ZERO, SOON, RETIREMENT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RotationPolicy(LIFE, AHEAD, SOON, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RotationPolicy(LIFE, AHEAD, Duration.ZERO, RETIREMENT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RotationPolicy(LIFE, AHEAD, AHEAD.plusNanos(1), RETIREMENT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
