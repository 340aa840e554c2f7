package org.ectsuite.local;

import java.util.Locale;

/** The media libraries of the local stack: one folder each, to drop files into. */
enum MediaLibrary {
    RECORDINGS("Net recordings"),
    TRAINING("Training videos"),
    FORMS("Forms and plans"),
    PHOTOS("Photos and maps");

    private final String title;

    MediaLibrary(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
