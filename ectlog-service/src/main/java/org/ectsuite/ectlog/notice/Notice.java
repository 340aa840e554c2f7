package org.ectsuite.ectlog.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell of a net.
 *
 * @param kind what
 * @param netId of which net
 * @param start when it is to begin; null if it has no time
 * @param before when it was to begin, if that has changed
 * @param expiresAt when the notice is of no use any more
 */
record Notice(
        NoticeKind kind,
        UUID netId,
        @Nullable Instant start,
        @Nullable Instant before,
        Instant expiresAt) {}
