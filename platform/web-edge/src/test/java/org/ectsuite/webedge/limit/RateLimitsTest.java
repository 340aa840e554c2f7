package org.ectsuite.webedge.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ectsuite.testsupport.MutableClock;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final MutableClock clock = MutableClock.at("2026-01-31T18:30:00Z");
    private final RateLimits limits = new RateLimits(new FewRequests(), clock);

    @Test
    void a_budget_is_granted_to_its_last_request() {
        // Given
        take(4, "alice");

        // When
        Allowance last = limits.take(Budget.ANONYMOUS, "alice");

        // Then
        assertThat(last.granted()).isTrue();
        assertThat(last.limit()).isEqualTo(5);
        assertThat(last.remaining()).isZero();
    }

    @Test
    void one_request_more_is_refused_until_the_minute_is_over() {
        // Given
        take(5, "alice");
        clock.advance(Duration.ofSeconds(20));

        // When
        Allowance refused = limits.take(Budget.ANONYMOUS, "alice");

        // Then
        assertThat(refused.granted()).isFalse();
        assertThat(refused.reset()).isEqualTo(Duration.ofSeconds(40));
        assertThat(refused.refusal().headers()).containsEntry("Retry-After", "40");
    }

    @Test
    void who_waits_as_long_as_he_was_told_is_granted_the_whole_budget() {
        // Given
        take(6, "alice");
        clock.advance(Duration.ofMinutes(1));

        // When
        Allowance first = limits.take(Budget.ANONYMOUS, "alice");

        // Then
        assertThat(first.granted()).isTrue();
        assertThat(first.remaining()).isEqualTo(4);
    }

    @Test
    void refused_requests_do_not_prolong_the_refusal() {
        // Given
        take(50, "alice");
        clock.advance(Duration.ofSeconds(60));

        // When
        Allowance next = limits.take(Budget.ANONYMOUS, "alice");

        // Then
        assertThat(next.granted()).isTrue();
    }

    @Test
    void one_client_does_not_starve_another() {
        // Given
        take(50, "alice");

        // When
        Allowance other = limits.take(Budget.ANONYMOUS, "bob");

        // Then
        assertThat(other.granted()).isTrue();
    }

    @Test
    void budgets_are_apart() {
        // Given
        take(50, "alice");

        // When
        Allowance other = limits.take(Budget.PERSON, "alice");

        // Then
        assertThat(other.granted()).isTrue();
        assertThat(other.limit()).isEqualTo(7);
    }

    @Test
    void memory_is_bounded_whatever_addresses_ask() {
        // When
        for (int i = 0; i < 10_000; i++) {
            limits.take(Budget.ANONYMOUS, "client " + i);
        }

        // Then
        assertThat(limits.remembered(Budget.ANONYMOUS)).isLessThanOrEqualTo(100);
    }

    private void take(int requests, String key) {
        for (int i = 0; i < requests; i++) {
            limits.take(Budget.ANONYMOUS, key);
        }
    }

    /** Figures small enough to count by hand. */
    private static final class FewRequests implements LimitConfig {

        @Override
        public int anonymousPerMinute() {
            return 5;
        }

        @Override
        public int personPerMinute() {
            return 7;
        }

        @Override
        public int servicePerMinute() {
            return 11;
        }

        @Override
        public int addressPerMinute() {
            return 13;
        }

        @Override
        public int signInPerMinute() {
            return 2;
        }

        @Override
        public int rememberedClients() {
            return 100;
        }
    }
}
