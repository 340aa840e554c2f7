package org.ectsuite.media.metadata;

/** Built files for tests outside this package. */
public final class SampleFiles {

    private SampleFiles() {}

    /** A JPEG file of 300 x 200 pixels, turned by EXIF, taken at 2026-03-14T18:05:09Z, with position and thumbnail. */
    public static byte[] photo() {
        return Samples.photo();
    }

    /** A PDF file of three pages. */
    public static byte[] form() {
        return Samples.pdf();
    }
}
