package org.ectsuite.media.metadata;

import java.io.IOException;
import java.time.ZoneId;

/** FLAC (RFC 9639): STREAMINFO and the Vorbis comment block, behind an ID3 tag if somebody put one there. */
final class FlacReader implements FormatReader {

    private static final int MAX_BLOCKS = 1_000;

    private final ZoneId zone;

    FlacReader(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public EmbeddedMetadata read(MediaInput in) throws IOException {
        long position = Id3Tag.length(in);
        if (!in.startsWith(position, "fLaC")) {
            throw new UnreadableMediaException("is not a FLAC file");
        }
        position += 4;
        EmbeddedMetadata.Builder found = EmbeddedMetadata.builder();
        boolean last = false;
        for (int block = 0; block < MAX_BLOCKS && !last; block++) {
            int header = in.u8(position);
            last = (header & 0x80) != 0;
            long length = in.u24be(position + 1);
            long body = position + 4;
            if (!in.has(body, length)) {
                throw new UnreadableMediaException("ends before its content does");
            }
            int type = header & 0x7F;
            if (type == 0 && length >= 18) {
                long packed = in.u64be(body + 10);
                found.duration(packed & 0xF_FFFF_FFFFL, packed >>> 44);
            } else if (type == 4 && length >= 8) {
                VorbisComment.read(in, body, body + length, zone, found);
            }
            position = body + length;
        }
        return found.build();
    }
}
