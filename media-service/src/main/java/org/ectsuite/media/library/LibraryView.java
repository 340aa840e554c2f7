package org.ectsuite.media.library;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A library as it is shown.
 *
 * @param itemCount items whose files were there at the last scan
 * @param lastScan the latest scan; absent before the first one
 */
public record LibraryView(
        UUID id,
        String key,
        String name,
        LibraryKind kind,
        LibraryStatus status,
        long itemCount,
        @Nullable LastScan lastScan) {

    /** A scan in short. */
    public record LastScan(
            UUID id,
            String state,
            int found,
            int changed,
            int unchanged,
            int missing,
            int errors,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {}
}
