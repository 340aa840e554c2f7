package org.ectsuite.media.metadata;

import java.io.IOException;
import java.time.ZoneId;

/** WebP (RFC 9649): size, EXIF and XMP. */
final class WebpReader implements FormatReader {

    private static final int MAX_CHUNKS = 1_000;
    private static final int MAX_CHUNK = 1024 * 1024;
    private static final String EXIF = "Exif\0\0";

    private final ZoneId zone;

    WebpReader(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public EmbeddedMetadata read(MediaInput in) throws IOException {
        if (!in.startsWith(0, "RIFF") || !in.startsWith(8, "WEBP")) {
            throw new UnreadableMediaException("is not a WebP file");
        }
        EmbeddedMetadata.Builder found = EmbeddedMetadata.builder();
        boolean picture = false;
        long position = 12;
        for (int chunk = 0; chunk < MAX_CHUNKS && in.has(position, 8); chunk++) {
            long length = in.u32le(position + 4);
            long body = position + 8;
            if (!in.has(body, length)) {
                break;
            }
            switch (in.name(position)) {
                case "VP8X" -> {
                    if (length >= 10) {
                        found.size(in.u24le(body + 4) + 1L, in.u24le(body + 7) + 1L);
                    }
                }
                case "VP8 " -> {
                    picture = true;
                    if (length >= 10 && in.startsWith(body + 3, "\u009d\u0001*")) {
                        found.size(in.u16le(body + 6) & 0x3FFF, in.u16le(body + 8) & 0x3FFF);
                    }
                }
                case "VP8L" -> {
                    picture = true;
                    if (length >= 5 && in.u8(body) == 0x2F) {
                        long bits = in.u32le(body + 1);
                        found.size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
                    }
                }
                case "ANMF" -> picture = true;
                case "EXIF" -> {
                    byte[] tiff = in.startsWith(body, EXIF)
                            ? in.bytesUpTo(body + EXIF.length(), length - EXIF.length(), MAX_CHUNK)
                            : in.bytesUpTo(body, length, MAX_CHUNK);
                    ExifBlock.read(new MediaInput(tiff, in.limits()), zone, false, found);
                }
                case "XMP " -> XmpPacket.read(in.bytesUpTo(body, length, MAX_CHUNK), zone, in.limits(), found);
                default -> {
                    // colour profiles, alpha
                }
            }
            position = body + length + (length & 1);
        }
        if (!picture) {
            throw new UnreadableMediaException("has no WebP picture");
        }
        return found.build();
    }
}
