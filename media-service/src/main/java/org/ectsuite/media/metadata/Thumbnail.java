package org.ectsuite.media.metadata;

/** The small picture that a camera put into the file, as it stands there. */
// A carrier that nobody compares; its array is written once and never handed out twice.
@SuppressWarnings("ArrayRecordComponent")
public record Thumbnail(String contentType, byte[] bytes) {

    /** The most that is taken for a thumbnail, in bytes; EXIF itself allows 64 KiB. */
    public static final int MAX_BYTES = 128 * 1024;
}
