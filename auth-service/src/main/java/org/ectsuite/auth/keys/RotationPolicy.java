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
 * @param retirement how long a key stays published after it last signed: longer than any token lives
 */
record RotationPolicy(Duration signingLife, Duration publishAhead, Duration retirement) {

    RotationPolicy {
        if (!publishAhead.isPositive() || !retirement.isPositive() || signingLife.compareTo(publishAhead) <= 0) {
            throw new IllegalArgumentException(
                    "A key must be published for some time before it signs, and sign for longer than that");
        }
    }

    /**
     * What the policy looks at.
     *
     * @param since when it came into its present state
     */
    record Key(String kid, KeyState state, Instant since) {}

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
        } else if (reached(active.get().since(), signingLife, now)
                && reached(next.get().since(), publishAhead, now)) {
            steps.add(new Step.Promote(next.get().kid(), active.get().kid()));
        }
        for (Key key : keys) {
            if (key.state() == KeyState.RETIRING && reached(key.since(), retirement, now)) {
                steps.add(new Step.Erase(key.kid()));
            }
        }
        return List.copyOf(steps);
    }

    private static Optional<Key> only(List<Key> keys, KeyState state) {
        return keys.stream().filter(key -> key.state() == state).findFirst();
    }

    private static boolean reached(Instant since, Duration duration, Instant now) {
        return !now.isBefore(since.plus(duration));
    }
}
