package org.ectsuite.media.metadata;

import java.io.IOException;
import java.time.ZoneId;

/** JPEG: the frame header for the size, and the EXIF and XMP segments before the picture itself. */
final class JpegReader implements FormatReader {

    private static final int MAX_SEGMENTS = 2_000;
    private static final String EXIF = "Exif\0\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";

    private final ZoneId zone;

    JpegReader(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public EmbeddedMetadata read(MediaInput in) throws IOException {
        if (!in.has(0, 4) || in.u16be(0) != 0xFFD8) {
            throw new UnreadableMediaException("is not a JPEG file");
        }
        EmbeddedMetadata.Builder found = EmbeddedMetadata.builder();
        boolean sized = false;
        long position = 2;
        for (int segment = 0; segment < MAX_SEGMENTS && in.has(position, 4); segment++) {
            if (in.u8(position) != 0xFF) {
                break;
            }
            int marker = in.u8(position + 1);
            if (marker == 0xFF) {
                position++;
                continue;
            }
            if (marker == 0xDA || marker == 0xD9) {
                break;
            }
            int length = in.u16be(position + 2);
            long body = position + 4;
            if (length < 2 || !in.has(body, length - 2L)) {
                break;
            }
            int content = length - 2;
            if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
                if (content >= 5) {
                    found.size(in.u16be(body + 3), in.u16be(body + 1));
                    sized = true;
                }
            } else if (marker == 0xE1 && in.startsWith(body, EXIF)) {
                byte[] tiff = in.bytes(body + EXIF.length(), Math.max(0, content - EXIF.length()));
                ExifBlock.read(new MediaInput(tiff, in.limits()), zone, false, found);
            } else if (marker == 0xE1 && in.startsWith(body, XMP)) {
                byte[] packet = in.bytes(body + XMP.length(), Math.max(0, content - XMP.length()));
                XmpPacket.read(packet, zone, in.limits(), found);
            }
            position = body + content;
        }
        if (!sized) {
            throw new UnreadableMediaException("has no JPEG frame header");
        }
        return found.build();
    }
}
