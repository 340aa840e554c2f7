package org.ectsuite.media.metadata;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * WAV, RF64 and Broadcast Wave: RIFF chunks {@code fmt}, {@code data}, {@code LIST INFO} and {@code bext} (EBU Tech
 * 3285). A recorder that lost power leaves chunk sizes of zero or beyond the end; the duration is then what is there.
 */
final class WavReader implements FormatReader {

    private static final int MAX_CHUNKS = 10_000;
    private static final int MAX_FIELD = 8 * 1024;
    private static final long UNKNOWN = 0xFFFF_FFFFL;

    private final ZoneId zone;

    WavReader(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public EmbeddedMetadata read(MediaInput in) throws IOException {
        boolean large = in.startsWith(0, "RF64") || in.startsWith(0, "BW64");
        if (!(large || in.startsWith(0, "RIFF")) || !in.startsWith(8, "WAVE")) {
            throw new UnreadableMediaException("is not a WAV file");
        }
        EmbeddedMetadata.Builder found = EmbeddedMetadata.builder();
        long bytesPerSecond = 0;
        long dataBytes = -1;
        long largeData = -1;
        long position = 12;
        for (int chunk = 0; chunk < MAX_CHUNKS && in.has(position, 8); chunk++) {
            String name = in.name(position);
            long length = in.u32le(position + 4);
            long body = position + 8;
            long left = in.size() - body;
            if (name.equals("data")) {
                if (large && length == UNKNOWN && largeData >= 0) {
                    length = largeData;
                }
                boolean unfinished = length == UNKNOWN || length == 0 || length > left;
                length = unfinished ? left : length;
                dataBytes = length;
            } else if (length > left) {
                // A tag that was cut off: what came before it counts.
                break;
            } else {
                switch (name) {
                    case "ds64" -> largeData = length >= 16 ? in.u64le(body + 8) : -1;
                    case "fmt " -> bytesPerSecond = length >= 12 ? in.u32le(body + 8) : 0;
                    case "bext" -> readBroadcastExtension(in, body, length, found);
                    case "LIST" -> readInfo(in, body, length, found);
                    default -> {
                        // cue points, peaks and whatever else programs leave behind
                    }
                }
            }
            position = body + length + (length & 1);
        }
        if (bytesPerSecond == 0) {
            throw new UnreadableMediaException("has no WAV format chunk");
        }
        return found.duration(dataBytes, bytesPerSecond).build();
    }

    private void readBroadcastExtension(MediaInput in, long body, long length, EmbeddedMetadata.Builder found)
            throws IOException {
        if (length < 338) {
            return;
        }
        found.description(field(in, body, 256));
        found.artist(field(in, body + 256, 32));
        String date = field(in, body + 320, 10);
        String time = field(in, body + 330, 8);
        // The standard lets any separator stand between the numbers.
        found.recordedAt(
                RecordedTime.parse(date.replaceAll("[^0-9]", "-") + " " + time.replaceAll("[^0-9]", ":"), zone));
    }

    private void readInfo(MediaInput in, long body, long length, EmbeddedMetadata.Builder found) throws IOException {
        if (length < 4 || !in.startsWith(body, "INFO")) {
            return;
        }
        long end = body + length;
        long position = body + 4;
        while (position + 8 <= end) {
            String name = in.name(position);
            long size = in.u32le(position + 4);
            if (size > end - position - 8) {
                return;
            }
            String value = field(in, position + 8, (int) Math.min(size, MAX_FIELD));
            switch (name) {
                case "INAM" -> found.title(value);
                case "IART" -> found.artist(value);
                case "IPRD" -> found.album(value);
                case "ICMT" -> found.description(value);
                case "ICRD" -> found.recordedAt(RecordedTime.parse(value, zone));
                default -> {
                    // engineer, software, copyright
                }
            }
            position += 8 + size + (size & 1);
        }
    }

    private static String field(MediaInput in, long position, int length) throws IOException {
        byte[] bytes = in.bytes(position, length);
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return PlainText.utf8OrLatin1(Arrays.copyOf(bytes, end));
    }
}
