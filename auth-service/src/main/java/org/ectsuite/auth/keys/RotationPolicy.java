package org.ectsuite.auth.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When signing keys come and go.
 *
 * @param signingLife how long a key signs
 * @param publishAhead how long a key is published before it signs: longer than any resource server caches the key set
 * @param announcement the same for a key that is wanted soon, with less to spare
 * @param retirement how long a key stays published after it last signed: longer than any token lives
 */
record RotationPolicy(Duration signingLife, Duration publishAhead, Duration announcement, Duration retirement) {

    RotationPolicy {
        if (!publishAhead.isPositive() || !retirement.isPositive() || signingLife.compareTo(publishAhead) <= 0) {
            throw new IllegalArgumentException(
                    "A key must be published for some time before it signs, and sign for longer than that");
        }
        if (!announcement.isPositive() || announcement.compareTo(publishAhead) > 0) {
            throw new IllegalArgumentException(
                    "A key that is wanted soon must be published for some time, but not longer than others");
        }
    }

    /**
     * What the policy looks at.
     *
     * @param since when it came into its present state
     * @param hurried whether it is to sign as soon as everybody can know it
     */
    record Key(String kid, KeyState state, Instant since, boolean hurried) {}

    /** One thing to do; a step assumes that those before it in the list are done. */
    sealed interface Step {

        /** There is no key at all: one signs from now on, since nobody can have cached a set without it. */
        record CreateActive() implements Step {}

        /** The active key will soon be old: publish its successor. */
        record CreateNext() implements Step {}

        /** The successor signs from now on, and the predecessor no more. */
        record Promote(String next, String active) implements Step {}

        /** No token of this key lives any more. */
        record Erase(String kid) implements Step {}
    }

    /** What is due; empty almost always. */
    List<Step> due(List<Key> keys, Instant now) {
        List<Step> steps = new ArrayList<>();
        Optional<Key> active = only(keys, KeyState.ACTIVE);
        Optional<Key> next = only(keys, KeyState.NEXT);
        if (active.isEmpty()) {
            steps.add(new Step.CreateActive());
        } else if (next.isEmpty()) {
            if (reached(active.get().since(), signingLife.minus(publishAhead), now)) {
                steps.add(new Step.CreateNext());
            }
        } else if (!now.isBefore(takeover(active.get(), next.get()))) {
            steps.add(new Step.Promote(next.get().kid(), active.get().kid()));
        }
        for (Key key : keys) {
            if (key.state() == KeyState.RETIRING && reached(key.since(), retirement, now)) {
                steps.add(new Step.Erase(key.kid()));
            }
        }
        return List.copyOf(steps);
    }

    /**
     * When a key will come into its next state by itself; empty if that cannot be told.
     *
     * @param keys all of one algorithm
     */
    Optional<Instant> changes(Key key, List<Key> keys) {
        Optional<Key> next = only(keys, KeyState.NEXT);
        return switch (key.state()) {
            case NEXT -> only(keys, KeyState.ACTIVE).map(active -> takeover(active, key));
            case ACTIVE ->
                Optional.of(next.map(found -> takeover(key, found))
                        .orElseGet(() -> key.since().plus(signingLife)));
            case RETIRING -> Optional.of(key.since().plus(retirement));
            case GONE -> Optional.empty();
        };
    }

    private Instant takeover(Key active, Key next) {
        if (next.hurried()) {
            return next.since().plus(announcement);
        }
        Instant served = active.since().plus(signingLife);
        Instant known = next.since().plus(publishAhead);
        return served.isAfter(known) ? served : known;
    }

    private static Optional<Key> only(List<Key> keys, KeyState state) {
        return keys.stream().filter(key -> key.state() == state).findFirst();
    }

    private static boolean reached(Instant since, Duration duration, Instant now) {
        return !now.isBefore(since.plus(duration));
    }
}
