package org.ectsuite.auth.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a presented refresh token is worth.
 *
 * @param idleLife a session ends when unused for so long
 * @param absoluteLife a session ends so long after the sign-in, however much it is used
 * @param grace for so long after its rotation a token still yields the same successor, because two windows, or a client
 *     whose answer was lost on the way, may ask twice
 */
record RefreshPolicy(Duration idleLife, Duration absoluteLife, Duration grace) {

    RefreshPolicy {
        if (!idleLife.isPositive() || absoluteLife.compareTo(idleLife) < 0 || grace.isNegative()) {
            throw new IllegalArgumentException("A session must live at least as long as it may be idle");
        }
    }

    /** What to do with a presented token. */
    enum Verdict {
        /** It is the current one: give a successor. */
        ROTATE,
        /** It is the parent of the current one, asked again by the same client a moment later: give the same successor. */
        REPEAT,
        /** Its session is over: nothing to give, nothing to suspect. */
        OVER,
        /** It was used before: somebody has a copy. The session ends for both. */
        REUSED
    }

    /** The session of a presented token. */
    record Session(Instant idleUntil, Instant expiresAt, boolean ended) {}

    /**
     * The presented token.
     *
     * @param rotatedAt when it was used; null for the current one
     * @param successorCurrent whether its successor is the current one
     * @param sameClient whether the client that asks is, as far as one can tell, the one that used it
     */
    record Presented(@Nullable Instant rotatedAt, boolean successorCurrent, boolean sameClient) {}

    Verdict judge(Session session, Presented token, Instant now) {
        if (session.ended() || !now.isBefore(session.idleUntil()) || !now.isBefore(session.expiresAt())) {
            return Verdict.OVER;
        }
        if (token.rotatedAt() == null) {
            return Verdict.ROTATE;
        }
        boolean withinGrace = now.isBefore(token.rotatedAt().plus(grace));
        return withinGrace && token.successorCurrent() && token.sameClient() ? Verdict.REPEAT : Verdict.REUSED;
    }

    /** Until when a session that is used now may stay unused. */
    Instant idleUntil(Instant now, Instant expiresAt) {
        Instant idle = now.plus(idleLife);
        return idle.isBefore(expiresAt) ? idle : expiresAt;
    }
}
