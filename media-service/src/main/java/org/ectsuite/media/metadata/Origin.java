package org.ectsuite.media.metadata;

/** Where a value comes from: a tag in the file, its name and folder, or the structure of the file. */
public enum Origin {
    EMBEDDED,
    PATH,
    PROBE
}
