package org.ectsuite.webedge.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Counts requests. The minute of a client begins with its first request; at its end the whole budget is there again.
 */
// Caffeine finds the class of its entries by a name made of the options below; a native binary must know it beforehand.
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.PSAMS")
final class RateLimits {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final LimitConfig config;
    private final TimeMeter time;
    private final Map<Budget, Cache<String, Bucket>> buckets = new EnumMap<>(Budget.class);

    RateLimits(LimitConfig config, Clock clock) {
        this.config = config;
        this.time = new ClockMeter(clock);
        for (Budget budget : Budget.values()) {
            // Whoever was silent for a whole window has a full budget, with or without a bucket.
            buckets.put(
                    budget,
                    Caffeine.newBuilder()
                            .maximumSize(config.rememberedClients())
                            .expireAfterAccess(WINDOW.plusSeconds(1))
                            .build());
        }
    }

    /** Takes one request out of a client's budget. */
    Allowance take(Budget budget, String key) {
        int perMinute = budget.perMinute(config);
        ConsumptionProbe probe = cache(budget).get(key, _ -> bucket(perMinute)).tryConsumeAndReturnRemaining(1);
        return new Allowance(
                probe.isConsumed(),
                perMinute,
                probe.getRemainingTokens(),
                Duration.ofNanos(
                        probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill()));
    }

    /** How many clients are remembered for a budget, after what is due to be forgotten is forgotten. */
    long remembered(Budget budget) {
        Cache<String, Bucket> cache = cache(budget);
        cache.cleanUp();
        return cache.estimatedSize();
    }

    private Cache<String, Bucket> cache(Budget budget) {
        Cache<String, Bucket> cache = buckets.get(budget);
        if (cache == null) {
            throw new IllegalStateException("Every budget has a cache");
        }
        return cache;
    }

    private Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillIntervally(perMinute, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }

    /** Time as the library wants it. */
    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
