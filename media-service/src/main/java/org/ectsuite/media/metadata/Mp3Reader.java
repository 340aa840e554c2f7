package org.ectsuite.media.metadata;

import java.io.IOException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * MPEG audio (layer I to III) with ID3 tags. The duration comes from the Xing, Info or VBRI header that encoders of
 * variable bit rate write, and from length and bit rate for the others.
 */
final class Mp3Reader implements FormatReader {

    private static final int MAX_SEARCH = 256 * 1024;

    private static final int[][] BIT_RATES_1 = {
        {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
    };
    private static final int[][] BIT_RATES_2 = {
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
    };
    private static final int[] SAMPLE_RATES = {44_100, 48_000, 32_000};

    private final ZoneId zone;

    Mp3Reader(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public EmbeddedMetadata read(MediaInput in) throws IOException {
        EmbeddedMetadata.Builder found = EmbeddedMetadata.builder();
        Id3Tag.read(in, zone, found);
        long start = Id3Tag.length(in);
        long end = in.size() >= 128 && in.startsWith(in.size() - 128, "TAG") ? in.size() - 128 : in.size();
        long searchEnd = Math.min(end - 4, start + MAX_SEARCH);
        for (long position = start; position <= searchEnd; position++) {
            Frame frame = Frame.at(in, position);
            if (frame != null && isFollowed(in, position, frame, end)) {
                duration(in, position, frame, end, found);
                return found.build();
            }
        }
        throw new UnreadableMediaException("holds no MPEG audio");
    }

    /** One match of eleven bits proves nothing; the next frame, or the end of the file, must stand where it belongs. */
    private static boolean isFollowed(MediaInput in, long position, Frame frame, long end) throws IOException {
        long next = position + frame.length();
        if (next + 4 > end) {
            return next <= end;
        }
        Frame following = Frame.at(in, next);
        return following != null && following.sampleRate() == frame.sampleRate();
    }

    private static void duration(MediaInput in, long position, Frame frame, long end, EmbeddedMetadata.Builder found)
            throws IOException {
        long xing = position + 4 + frame.sideInformation();
        long vbri = position + 4 + 32;
        long frames = 0;
        if ((in.startsWith(xing, "Xing") || in.startsWith(xing, "Info"))
                && in.has(xing, 12)
                && (in.u32be(xing + 4) & 1) != 0) {
            frames = in.u32be(xing + 8);
        } else if (in.startsWith(vbri, "VBRI") && in.has(vbri, 18)) {
            frames = in.u32be(vbri + 14);
        }
        if (frames > 0) {
            found.duration(frames * frame.samples(), frame.sampleRate());
        } else {
            found.duration((end - position) * 8, frame.bitRate());
        }
    }

    /** An MPEG audio frame header. */
    private record Frame(int bitRate, int sampleRate, int samples, int length, int sideInformation) {

        static @Nullable Frame at(MediaInput in, long position) throws IOException {
            if (!in.has(position, 4) || in.u8(position) != 0xFF || (in.u8(position + 1) & 0xE0) != 0xE0) {
                return null;
            }
            int second = in.u8(position + 1);
            int third = in.u8(position + 2);
            int version = second >> 3 & 3;
            int layer = 4 - (second >> 1 & 3);
            int bitRateIndex = third >> 4;
            int rateIndex = third >> 2 & 3;
            if (version == 1 || layer == 4 || bitRateIndex == 0 || bitRateIndex == 15 || rateIndex == 3) {
                return null;
            }
            boolean one = version == 3;
            int bitRate = (one ? BIT_RATES_1 : BIT_RATES_2)[layer - 1][bitRateIndex] * 1000;
            int sampleRate = SAMPLE_RATES[rateIndex] >> (one ? 0 : version == 2 ? 1 : 2);
            int padding = third >> 1 & 1;
            int samples = layer == 1 ? 384 : layer == 2 || one ? 1152 : 576;
            int length = layer == 1
                    ? (12 * bitRate / sampleRate + padding) * 4
                    : samples / 8 * bitRate / sampleRate + padding;
            boolean mono = in.u8(position + 3) >> 6 == 3;
            int sideInformation = one ? (mono ? 17 : 32) : (mono ? 9 : 17);
            return new Frame(bitRate, sampleRate, samples, length, sideInformation);
        }
    }
}
