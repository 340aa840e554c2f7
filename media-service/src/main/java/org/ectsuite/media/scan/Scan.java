package org.ectsuite.media.scan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job row. */
@Entity
@Table(name = "scan")
class Scan {

    @Id
    UUID id;

    UUID libraryId;

    @Enumerated(EnumType.STRING)
    ScanState state;

    int found;
    int added;
    int changed;
    int moved;
    int unchanged;
    int missing;
    int errors;

    @Nullable String failure;

    Instant requestedAt;

    @Nullable Instant startedAt;

    @Nullable Instant finishedAt;

    protected Scan() {}

    void count(ScanCounts counts) {
        found = counts.found();
        added = counts.added();
        changed = counts.changed();
        moved = counts.moved();
        unchanged = counts.unchanged();
        missing = counts.missing();
        errors = counts.errors();
    }

    ScanView view() {
        return new ScanView(
                id,
                libraryId,
                state,
                found,
                added,
                changed,
                moved,
                unchanged,
                missing,
                errors,
                failure,
                requestedAt,
                startedAt,
                finishedAt);
    }
}
