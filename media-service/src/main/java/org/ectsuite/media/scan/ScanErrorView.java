package org.ectsuite.media.scan;

/** A file or folder that could not be read. */
public record ScanErrorView(String path, String message) {}
