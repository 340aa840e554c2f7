package org.ectsuite.tokensecurity;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.ectsuite.tokensecurity.TokenKeySource.PublishedKeys;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys that tokens are checked with: fetched ahead of need, refreshed when their time has come, kept while
 * auth-service is away, and fetched once more for a key id that nobody knows, but never more often than the floor
 * allows.
 */
@Singleton
class TokenKeys {
    private static final Logger LOG = Logger.getLogger(TokenKeys.class);

    private final TokenKeySource source;
    private final Clock clock;
    private final Duration floor;
    private final SingleFlight<KeyRing> flight = new SingleFlight<>();
    private final AtomicReference<@Nullable Instant> lastAttempt = new AtomicReference<>();
    private volatile @Nullable State state;

    /** What was fetched, when, and when it is to be fetched again. */
    private record State(KeyRing ring, Instant fetched, Instant due) {}

    TokenKeys(TokenKeySource source, Clock clock, TokenSecurityConfig config) {
        this.source = source;
        this.clock = clock;
        this.floor = config.keyFetchFloor();
    }

    /** The keys as last fetched; absent until they were fetched once. */
    @Nullable KeyRing known() {
        State now = state;
        return now == null ? null : now.ring();
    }

    /** Fetches when there are no keys yet or their time has come; never fails. */
    Uni<Void> refreshIfDue() {
        State now = state;
        if (now != null && within(now.fetched(), now.due())) {
            return Uni.createFrom().voidItem();
        }
        // Not bound to the floor: the caller has a rhythm of its own.
        return fetch().onFailure().recoverWithNull().replaceWithVoid();
    }

    /**
     * The keys after another look, unless somebody looked just now.
     *
     * @param stale what was not enough; comes back when the floor forbids a look or the look fails
     */
    Uni<KeyRing> lookAgain(KeyRing stale) {
        KeyRing now = known();
        if (now != null && now != stale) {
            return Uni.createFrom().item(now);
        }
        Instant last = lastAttempt.get();
        if (last != null && within(last, last.plus(floor))) {
            return Uni.createFrom().item(stale);
        }
        return fetch().onFailure().recoverWithItem(stale);
    }

    private Uni<KeyRing> fetch() {
        return flight.join(() -> {
            lastAttempt.set(clock.instant());
            return source.keys()
                    .map(this::accept)
                    .onFailure()
                    .invoke(failure -> LOG.warnf("Keys not refreshed: %s", failure.getMessage()));
        });
    }

    private KeyRing accept(PublishedKeys published) {
        KeyRing fetched = KeyRing.parse(published.jwks());
        KeyRing before = known();
        // The same object as long as the keys are the same: what was checked with it stays checked.
        KeyRing ring = before != null && fetched.holdsTheSameAs(before) ? before : fetched;
        Instant at = clock.instant();
        state = new State(ring, at, at.plus(published.maxAge()));
        return ring;
    }

    /** Whether it is that time now; a clock that was set back ends it, or nobody would look until it has caught up. */
    private boolean within(Instant begin, Instant end) {
        Instant now = clock.instant();
        return !now.isBefore(begin) && now.isBefore(end);
    }
}
