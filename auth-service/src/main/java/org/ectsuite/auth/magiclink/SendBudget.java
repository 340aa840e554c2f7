package org.ectsuite.auth.magiclink;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How many sign-in mails may be sent, so that nobody's mailbox is flooded and the suite is no mail cannon.
 *
 * @param allowances each must have room
 */
record SendBudget(List<Allowance> allowances) {

    /** What mails are counted by. */
    enum Key {
        /** The mailbox they go to. */
        MAILBOX,
        /** The client address they are asked from; a whole operations centre may share one. */
        CLIENT_ADDRESS,
        /** None: all mails of the installation. */
        EVERYBODY
    }

    /**
     * At most so many mails of one key in any period of this length.
     *
     * @param limit at least 1
     * @param period longer than zero
     */
    record Allowance(Key key, int limit, Duration period) {

        Allowance {
            if (limit < 1 || !period.isPositive()) {
                throw new IllegalArgumentException("A budget of nothing lets nobody in");
            }
        }

        /** The start of the period that ends now; mails of that very instant have left it. */
        Instant since(Instant now) {
            return now.minus(period);
        }
    }

    /**
     * What one allowance has spent.
     *
     * @param sent mails after {@link Allowance#since}
     * @param oldestCounted when the mail was sent that must leave the period before there is room again; meaningless
     *     while there is room
     */
    record Spending(Allowance allowance, long sent, Instant oldestCounted) {}

    /** How long to wait for the next mail, in whole seconds upwards; empty when it may go out now. */
    Optional<Duration> pause(List<Spending> spendings, Instant now) {
        return spendings.stream()
                .filter(spending -> spending.sent() >= spending.allowance().limit())
                .map(spending -> Duration.between(
                        now, spending.oldestCounted().plus(spending.allowance().period())))
                .map(wait -> wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : ceiling(wait))
                .max(Duration::compareTo);
    }

    private static Duration ceiling(Duration wait) {
        return wait.getNano() == 0 ? wait : Duration.ofSeconds(wait.getSeconds() + 1);
    }
}
