package org.ectsuite.outbox;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after a failure: doubling from {@code first} up to {@code longest}, of which a random half is left
 * out so that what failed together does not come back together.
 */
final class Backoff {

    /** Beyond this the doubled wait is beyond any longest wait, and would overflow soon. */
    private static final int MOST_DOUBLINGS = 30;

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier random;

    /**
     * A back-off.
     *
     * @param random gives numbers from 0 (inclusive) to 1 (exclusive)
     */
    Backoff(Duration first, Duration longest, DoubleSupplier random) {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("Waits must be positive, the longest not below the first");
        }
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** The wait after the given number of failed attempts, 1 or more: between half of the full wait and all of it. */
    Duration after(int attempts) {
        Duration full = full(attempts);
        long half = full.toMillis() / 2;
        return full.minusMillis((long) (half * random.getAsDouble()));
    }

    private Duration full(int attempts) {
        int doublings = Math.min(Math.max(attempts - 1, 0), MOST_DOUBLINGS);
        Duration doubled = first.multipliedBy(1L << doublings);
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
