package org.ectsuite.media.scan;

/** Where a scan stands. */
public enum ScanState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED
}
