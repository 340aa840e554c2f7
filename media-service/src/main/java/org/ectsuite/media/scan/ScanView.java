package org.ectsuite.media.scan;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scan as it is shown; the numbers grow while it runs.
 *
 * @param found files of the catalogue's formats that are there
 * @param added files that were not known
 * @param changed files whose size or time changed
 * @param moved files that were known at another place
 * @param unchanged files that were not opened, since they are as they were
 * @param missing files that are gone since the last scan
 * @param errors files and folders that could not be read
 * @param failure why the scan failed
 */
public record ScanView(
        UUID id,
        UUID libraryId,
        ScanState state,
        int found,
        int added,
        int changed,
        int moved,
        int unchanged,
        int missing,
        int errors,
        @Nullable String failure,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
