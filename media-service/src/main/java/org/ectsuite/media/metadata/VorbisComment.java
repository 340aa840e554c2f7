package org.ectsuite.media.metadata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;

/** The comment block that Vorbis, Opus, FLAC and Speex share: {@code NAME=value} in UTF-8. */
final class VorbisComment {

    private static final int MAX_COMMENTS = 10_000;
    private static final int MAX_COMMENT = 16 * 1024;

    private VorbisComment() {}

    static void read(MediaInput in, long start, long end, ZoneId zone, EmbeddedMetadata.Builder found)
            throws IOException {
        long position = start + 4 + in.u32le(start);
        long count = Math.min(in.u32le(position), MAX_COMMENTS);
        position += 4;
        for (long i = 0; i < count && position + 4 <= end; i++) {
            long length = in.u32le(position);
            position += 4;
            if (length > end - position) {
                return;
            }
            String comment = PlainText.decode(in.bytesUpTo(position, length, MAX_COMMENT), StandardCharsets.UTF_8);
            int equals = comment.indexOf('=');
            if (equals > 0) {
                String value = comment.substring(equals + 1);
                switch (comment.substring(0, equals).toUpperCase(Locale.ROOT)) {
                    case "TITLE" -> found.title(value);
                    case "ARTIST" -> found.artist(value);
                    case "ALBUM" -> found.album(value);
                    case "DESCRIPTION", "COMMENT" -> found.description(value);
                    case "DATE" -> found.recordedAt(RecordedTime.parse(value, zone));
                    default -> {
                        // track numbers, encoders, pictures
                    }
                }
            }
            position += length;
        }
    }
}
