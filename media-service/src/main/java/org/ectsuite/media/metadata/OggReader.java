package org.ectsuite.media.metadata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;

/**
 * Ogg (RFC 3533) with Vorbis, Opus (RFC 7845), FLAC or Speex: the first two packets of the first stream, and the
 * position that the last page carries.
 */
final class OggReader implements FormatReader {

    private static final int MAX_COMMENT_PACKET = 1024 * 1024;
    private static final int MAX_PAGES = 2_000;
    private static final int MAX_PAGE = 27 + 255 + 255 * 255;
    private static final int OPUS_RATE = 48_000;

    private final ZoneId zone;

    OggReader(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public EmbeddedMetadata read(MediaInput in) throws IOException {
        if (!in.startsWith(0, "OggS")) {
            throw new UnreadableMediaException("is not an Ogg file");
        }
        EmbeddedMetadata.Builder found = EmbeddedMetadata.builder();
        Packets packets = new Packets(in);
        MediaInput head = new MediaInput(packets.next(), in.limits());
        MediaInput comment = new MediaInput(packets.next(), in.limits());
        long rate;
        long skip = 0;
        long commentStart;
        if (head.startsWith(0, "OpusHead")) {
            rate = OPUS_RATE;
            skip = head.u16le(10);
            commentStart = comment.startsWith(0, "OpusTags") ? 8 : -1;
        } else if (head.startsWith(0, "\u0001vorbis")) {
            rate = head.u32le(12);
            commentStart = comment.startsWith(0, "\u0003vorbis") ? 7 : -1;
        } else if (head.startsWith(0, "\u007fFLAC")) {
            rate = head.u64be(27) >>> 44;
            commentStart = comment.size() > 4 && (comment.u8(0) & 0x7F) == 4 ? 4 : -1;
        } else if (head.startsWith(0, "Speex   ")) {
            rate = head.u32le(36);
            commentStart = 0;
        } else {
            throw new UnreadableMediaException("holds an Ogg stream of an unknown kind");
        }
        if (commentStart >= 0) {
            VorbisComment.read(comment, commentStart, comment.size(), zone, found);
        }
        return found.duration(lastPosition(in, packets.serial) - skip, rate).build();
    }

    /** The sample position of the stream's last page, searched from the end. */
    private static long lastPosition(MediaInput in, long serial) throws IOException {
        long from = Math.max(0, in.size() - 2L * MAX_PAGE);
        for (long position = in.size() - 27; position >= from; position--) {
            if (in.u8(position) == 'O' && in.startsWith(position, "OggS") && in.u32le(position + 14) == serial) {
                long granule = in.u64le(position + 6);
                if (granule > 0) {
                    return granule;
                }
            }
        }
        return 0;
    }

    /** Puts packets of the first stream together from the pages that they are cut into. */
    private static final class Packets {

        private final MediaInput in;
        private final long serial;
        private long page;
        private int segment;
        private int pagesRead;

        Packets(MediaInput in) throws IOException {
            this.in = in;
            this.serial = in.u32le(14);
        }

        byte[] next() throws IOException {
            ByteArrayOutputStream packet = new ByteArrayOutputStream();
            while (pagesRead < MAX_PAGES) {
                if (!in.startsWith(page, "OggS")) {
                    throw new UnreadableMediaException("has a damaged Ogg page");
                }
                int segments = in.u8(page + 26);
                long body = page + 27 + segments;
                long position = body;
                for (int i = 0; i < segment; i++) {
                    position += in.u8(page + 27 + i);
                }
                boolean ours = in.u32le(page + 14) == serial;
                while (segment < segments) {
                    int length = in.u8(page + 27 + segment);
                    segment++;
                    if (ours) {
                        packet.write(in.bytes(position, length), 0, length);
                    }
                    position += length;
                    if (packet.size() > MAX_COMMENT_PACKET) {
                        // A cover picture; the text stands before it.
                        return packet.toByteArray();
                    }
                    if (ours && length < 255) {
                        return packet.toByteArray();
                    }
                }
                page = position;
                segment = 0;
                pagesRead++;
            }
            throw new UnreadableMediaException("has no end of its Ogg headers");
        }
    }
}
