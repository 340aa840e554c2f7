package org.ectsuite.media.metadata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;

/** PNG (third edition): size, EXIF, XMP and uncompressed texts. */
final class PngReader implements FormatReader {

    private static final int MAX_CHUNKS = 5_000;
    // What stands behind more picture than this is left there.
    private static final int MAX_PICTURE_CHUNKS = 500;
    private static final int MAX_CHUNK = 1024 * 1024;
    private static final String XMP = "XML:com.adobe.xmp";

    private final ZoneId zone;

    PngReader(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public EmbeddedMetadata read(MediaInput in) throws IOException {
        if (!in.startsWith(0, "\u0089PNG\r\n\u001a\n") || !in.startsWith(12, "IHDR")) {
            throw new UnreadableMediaException("is not a PNG file");
        }
        EmbeddedMetadata.Builder found = EmbeddedMetadata.builder();
        found.size(in.u32be(16), in.u32be(20));
        int pictures = 0;
        long position = 8;
        for (int chunk = 0; chunk < MAX_CHUNKS && pictures < MAX_PICTURE_CHUNKS && in.has(position, 12); chunk++) {
            long length = in.u32be(position);
            long body = position + 8;
            if (!in.has(body, length)) {
                break;
            }
            switch (in.name(position + 4)) {
                case "IDAT" -> pictures++;
                case "eXIf" -> {
                    byte[] tiff = in.bytesUpTo(body, length, MAX_CHUNK);
                    ExifBlock.read(new MediaInput(tiff, in.limits()), zone, false, found);
                }
                case "tEXt" -> {
                    byte[] text = in.bytesUpTo(body, length, MAX_CHUNK);
                    int end = indexOfZero(text, 0);
                    take(latin1(text, 0, end), latin1(text, Math.min(end + 1, text.length), text.length), found);
                }
                case "iTXt" -> international(in.bytesUpTo(body, length, MAX_CHUNK), in.limits(), found);
                default -> {
                    // colours, resolutions
                }
            }
            position = body + length + 4;
        }
        return found.build();
    }

    private void international(byte[] text, ReadLimits limits, EmbeddedMetadata.Builder found) throws IOException {
        int keyEnd = indexOfZero(text, 0);
        if (keyEnd + 3 > text.length || text[keyEnd + 1] != 0) {
            // compressed
            return;
        }
        int languageEnd = indexOfZero(text, keyEnd + 3);
        int translatedEnd = indexOfZero(text, languageEnd + 1);
        if (translatedEnd >= text.length) {
            return;
        }
        byte[] value = Arrays.copyOfRange(text, translatedEnd + 1, text.length);
        String key = latin1(text, 0, keyEnd);
        if (key.equals(XMP)) {
            XmpPacket.read(value, zone, limits, found);
        } else {
            take(key, PlainText.decode(value, StandardCharsets.UTF_8), found);
        }
    }

    private void take(String key, String value, EmbeddedMetadata.Builder found) {
        switch (key) {
            case "Title" -> found.title(value);
            case "Author" -> found.artist(value);
            case "Description", "Comment" -> found.description(value);
            case "Creation Time" -> found.recordedAt(RecordedTime.parse(value, zone));
            default -> {
                // software, disclaimers
            }
        }
    }

    private static int indexOfZero(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length && bytes[i] != 0) {
            i++;
        }
        return i;
    }

    private static String latin1(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
