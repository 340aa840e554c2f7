package org.ectsuite.media.metadata;

/** What one does with an item: listen, watch, read or look at it. */
public enum MediaKind {
    AUDIO,
    VIDEO,
    DOCUMENT,
    IMAGE
}
