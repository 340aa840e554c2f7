package org.ectsuite.auth.magiclink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ectsuite.auth.magiclink.SendBudget.Allowance;
import org.ectsuite.auth.magiclink.SendBudget.Spending;
import org.junit.jupiter.api.Test;

class SendBudgetTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Allowance SHORT = new Allowance(SendBudget.Key.MAILBOX, 3, Duration.ofMinutes(10));
    private static final Allowance LONG = new Allowance(SendBudget.Key.MAILBOX, 10, Duration.ofDays(1));

    private final SendBudget budget = new SendBudget(List.of(SHORT, LONG));

    @Test
    void lets_a_mail_out_while_there_is_room_everywhere() {
        assertThat(budget.pause(List.of(new Spending(SHORT, 2, NOW), new Spending(LONG, 9, NOW)), NOW))
                .isEmpty();
    }

    @Test
    void names_the_wait_until_the_oldest_mail_leaves_the_period() {
        Spending spent = new Spending(SHORT, 3, NOW.minus(Duration.ofMinutes(4)));

        assertThat(budget.pause(List.of(spent), NOW)).contains(Duration.ofMinutes(6));
    }

    @Test
    void names_the_longest_wait_of_all_that_are_spent() {
        Spending shortOne = new Spending(SHORT, 3, NOW.minusSeconds(1));
        Spending longOne = new Spending(LONG, 10, NOW.minus(Duration.ofHours(20)));

        assertThat(budget.pause(List.of(shortOne, longOne), NOW)).contains(Duration.ofHours(4));
    }

    @Test
    void never_names_a_wait_below_one_second_and_rounds_up() {
        Spending almost = new Spending(SHORT, 3, NOW.minus(SHORT.period()).plusMillis(1));
        Spending more = new Spending(SHORT, 3, NOW.minus(SHORT.period()).plusMillis(1001));

        assertThat(budget.pause(List.of(almost), NOW)).contains(Duration.ofSeconds(1));
        assertThat(budget.pause(List.of(more), NOW)).contains(Duration.ofSeconds(2));
    }

    @Test
    void a_budget_that_lets_nobody_in_cannot_be_made() {
        assertThatThrownBy(() -> new Allowance(SendBudget.Key.EVERYBODY, 0, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Allowance(SendBudget.Key.EVERYBODY, 1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
