package org.ectsuite.media.library;

/** What a library is for; it decides how the client shows it. */
public enum LibraryKind {
    RECORDINGS,
    TRAINING,
    FORMS,
    PHOTOS,
    MIXED
}
