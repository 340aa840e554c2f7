package org.ectsuite.media.scan;

/** What a scan has counted so far. */
record ScanCounts(int found, int added, int changed, int moved, int unchanged, int missing, int errors) {

    static final ScanCounts ZERO = new ScanCounts(0, 0, 0, 0, 0, 0, 0);

    ScanCounts plusFound(int more) {
        return new ScanCounts(found + more, added, changed, moved, unchanged, missing, errors);
    }

    ScanCounts plusUnchanged(int more) {
        return new ScanCounts(found, added, changed, moved, unchanged + more, missing, errors);
    }

    ScanCounts plusMissing(int more) {
        return new ScanCounts(found, added, changed, moved, unchanged, missing + more, errors);
    }

    ScanCounts plusErrors(int more) {
        return new ScanCounts(found, added, changed, moved, unchanged, missing, errors + more);
    }

    ScanCounts plusSaved(int moreAdded, int moreChanged, int moreMoved) {
        return new ScanCounts(
                found, added + moreAdded, changed + moreChanged, moved + moreMoved, unchanged, missing, errors);
    }

    /** A file that was missing a moment ago turned up elsewhere in the same scan. */
    ScanCounts minusMissing(int fewer) {
        return new ScanCounts(found, added, changed, moved, unchanged, Math.max(0, missing - fewer), errors);
    }
}
