package org.ectsuite.media.item;

/** Whether the last scan found the file. */
public enum ItemStatus {
    PRESENT,
    MISSING
}
