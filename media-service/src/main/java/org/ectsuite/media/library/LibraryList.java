package org.ectsuite.media.library;

import java.util.List;

/** The libraries that the caller may see; few, therefore never in pages. */
public record LibraryList(List<LibraryView> items) {}
