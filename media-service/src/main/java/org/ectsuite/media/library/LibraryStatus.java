package org.ectsuite.media.library;

/** Whether a library's folder can be reached; while it is offline its catalogue stays as it is. */
public enum LibraryStatus {
    ONLINE,
    OFFLINE,
    SCANNING
}
