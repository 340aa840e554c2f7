package org.ectsuite.media.metadata;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ID3 tags: version 2.2, 2.3 and 2.4 at the start of a file, version 1 at its end. Text frames only. */
final class Id3Tag {

    private static final int HEADER = 10;
    private static final int MAX_FRAMES = 2_000;
    private static final int MAX_FRAME = 64 * 1024;
    private static final int MAX_UNSYNCHRONISED = 1024 * 1024;
    private static final int V1_LENGTH = 128;

    private Id3Tag() {}

    /** The bytes that version 2 tags take at the start of the file; 0 when there is none. */
    static long length(MediaInput in) throws IOException {
        long position = 0;
        // Some taggers put a second tag behind the first.
        for (int i = 0; i < 3 && isHeader(in, position); i++) {
            boolean footer = in.u8(position + 3) >= 4 && (in.u8(position + 5) & 0x10) != 0;
            position += HEADER + size(in, position + 6) + (footer ? HEADER : 0);
        }
        return Math.min(position, in.size());
    }

    /** Takes what the tags say into {@code found}; version 2 goes before version 1. */
    static void read(MediaInput in, ZoneId zone, EmbeddedMetadata.Builder found) throws IOException {
        if (isHeader(in, 0)) {
            readVersion2(in, zone, found);
        }
        if (in.size() >= V1_LENGTH && in.startsWith(in.size() - V1_LENGTH, "TAG")) {
            long tag = in.size() - V1_LENGTH;
            found.title(latin1(in.bytes(tag + 3, 30)));
            found.artist(latin1(in.bytes(tag + 33, 30)));
            found.album(latin1(in.bytes(tag + 63, 30)));
            // Version 1.1 keeps a track number in the last two bytes of the comment.
            found.description(latin1(in.bytes(tag + 97, 28)));
        }
    }

    private static boolean isHeader(MediaInput in, long position) throws IOException {
        return in.has(position, HEADER)
                && in.startsWith(position, "ID3")
                && in.u8(position + 3) < 0xFF
                && (in.u8(position + 6) | in.u8(position + 7) | in.u8(position + 8) | in.u8(position + 9)) < 0x80;
    }

    private static void readVersion2(MediaInput in, ZoneId zone, EmbeddedMetadata.Builder found) throws IOException {
        int version = in.u8(3);
        int flags = in.u8(5);
        if (version < 2 || version > 4 || (version == 2 && (flags & 0x40) != 0)) {
            return;
        }
        long end = Math.min(HEADER + size(in, 6), in.size());
        if ((flags & 0x80) != 0 && version < 4) {
            // Up to version 2.3 the whole tag is unsynchronised, frame sizes included.
            byte[] body = in.bytesUpTo(HEADER, end - HEADER, MAX_UNSYNCHRONISED);
            in.limits().unpacked(body.length);
            byte[] plain = synchronised(body);
            readFrames(new MediaInput(plain, in.limits()), 0, plain.length, version, flags, zone, found);
        } else {
            readFrames(in, HEADER, end, version, flags, zone, found);
        }
    }

    private static void readFrames(
            MediaInput in, long start, long end, int version, int flags, ZoneId zone, EmbeddedMetadata.Builder found)
            throws IOException {
        long position = start;
        if (version > 2 && (flags & 0x40) != 0 && in.has(start, 4)) {
            position += version == 3 ? 4 + in.u32be(start) : size(in, start);
        }
        int frameHeader = version == 2 ? 6 : 10;
        Map<String, String> times = new HashMap<>();
        for (int frame = 0; frame < MAX_FRAMES && position + frameHeader <= end; frame++) {
            if (in.u8(position) == 0) {
                // padding
                break;
            }
            String name = version == 2 ? in.name(position).substring(0, 3) : in.name(position);
            long length = switch (version) {
                case 2 -> in.u24be(position + 3);
                case 3 -> in.u32be(position + 4);
                default -> frameSize(in, position, end);
            };
            long body = position + frameHeader;
            if (length <= 0 || length > end - body) {
                break;
            }
            int format = version == 2 ? 0 : in.u8(position + 9);
            boolean packed = version == 3 ? (format & 0xC0) != 0 : (format & 0x0C) != 0;
            if (!packed && (name.startsWith("T") || name.startsWith("COM"))) {
                byte[] content = in.bytesUpTo(body, length, MAX_FRAME);
                if (version == 4 && (format & 0x01) != 0) {
                    content = Arrays.copyOfRange(content, Math.min(4, content.length), content.length);
                }
                if (version == 4 && ((format & 0x02) != 0 || (flags & 0x80) != 0)) {
                    content = synchronised(content);
                }
                take(name, content, times, found);
            }
            position = body + length;
        }
        found.recordedAt(time(times, zone));
    }

    private static void take(String name, byte[] content, Map<String, String> times, EmbeddedMetadata.Builder found) {
        switch (name) {
            case "TIT2", "TT2" -> found.title(text(content, 1));
            case "TPE1", "TP1" -> found.artist(text(content, 1));
            case "TALB", "TAL" -> found.album(text(content, 1));
            case "COMM", "COM" -> found.description(comment(content));
            case "TDRC", "TYER", "TYE", "TDAT", "TDA", "TIME", "TIM" -> {
                String value = text(content, 1);
                if (value != null) {
                    times.putIfAbsent(name, value.strip());
                }
            }
            default -> {
                // composers, track numbers, encoders
            }
        }
    }

    private static @Nullable Instant time(Map<String, String> times, ZoneId zone) {
        String recorded = times.get("TDRC");
        if (recorded != null) {
            // ID3v2.4, 4: timestamps are UTC.
            return RecordedTime.parse(recorded.replace('T', ' '), ZoneOffset.UTC);
        }
        String year = first(times, "TYER", "TYE");
        String day = first(times, "TDAT", "TDA");
        String time = first(times, "TIME", "TIM");
        if (year == null || day == null || !day.matches("\\d{4}") || !year.matches("\\d{4}")) {
            return null;
        }
        String date = year + "-" + day.substring(2) + "-" + day.substring(0, 2);
        boolean timed = time != null && time.matches("\\d{4}");
        return RecordedTime.parse(
                timed && time != null ? date + " " + time.substring(0, 2) + ":" + time.substring(2) : date, zone);
    }

    private static @Nullable String first(Map<String, String> values, String name, String otherName) {
        String value = values.get(name);
        return value == null ? values.get(otherName) : value;
    }

    private static @Nullable String comment(byte[] content) {
        // encoding, language (3), short description, terminator, text
        if (content.length < 5) {
            return null;
        }
        int width = content[0] == 1 || content[0] == 2 ? 2 : 1;
        int position = 4;
        while (position + width <= content.length
                && !(content[position] == 0 && (width == 1 || content[position + 1] == 0))) {
            position += width;
        }
        byte[] description = Arrays.copyOfRange(content, 4, position);
        if (new String(description, StandardCharsets.ISO_8859_1).startsWith("iTun")) {
            // Numbers that a player keeps for itself.
            return null;
        }
        if (position + width > content.length) {
            return null;
        }
        byte[] rest = new byte[content.length - position - width + 1];
        rest[0] = content[0];
        System.arraycopy(content, position + width, rest, 1, rest.length - 1);
        return text(rest, 1);
    }

    /** The first string of a text frame; version 2.4 separates several by a zero. */
    private static @Nullable String text(byte[] content, int from) {
        if (content.length <= from) {
            return null;
        }
        @Nullable Charset charset = switch (content[0]) {
            case 0 -> null;
            case 1 -> StandardCharsets.UTF_16;
            case 2 -> StandardCharsets.UTF_16BE;
            case 3 -> StandardCharsets.UTF_8;
            default -> StandardCharsets.ISO_8859_1;
        };
        byte[] body = Arrays.copyOfRange(content, from, content.length);
        if (content[0] == 1 && !(body.length >= 2 && (body[0] & 0xFF) == 0xFE && (body[1] & 0xFF) == 0xFF)) {
            // Without a byte order mark it is nearly always written on a little-endian machine.
            charset = StandardCharsets.UTF_16LE;
        }
        String text = charset == null ? PlainText.utf8OrLatin1(body) : PlainText.decode(body, charset);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static String latin1(byte[] bytes) {
        String text = PlainText.decode(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static long frameSize(MediaInput in, long position, long end) throws IOException {
        long whole = in.u32be(position + 4);
        if (whole < 0x80 || (whole & 0x80808080L) != 0) {
            return whole;
        }
        long syncSafe = size(in, position + 4);
        // Old versions of a widespread player wrote plain sizes into version 2.4 tags.
        return isFrameOrEnd(in, position + 10 + syncSafe, end) || !isFrameOrEnd(in, position + 10 + whole, end)
                ? syncSafe
                : whole;
    }

    private static boolean isFrameOrEnd(MediaInput in, long position, long end) throws IOException {
        if (position == end) {
            return true;
        }
        if (position + 10 > end) {
            return false;
        }
        int c = in.u8(position);
        return c == 0 || (c >= 'A' && c <= 'Z');
    }

    private static long size(MediaInput in, long position) throws IOException {
        return (long) (in.u8(position) & 0x7F) << 21
                | (in.u8(position + 1) & 0x7F) << 14
                | (in.u8(position + 2) & 0x7F) << 7
                | (in.u8(position + 3) & 0x7F);
    }

    private static byte[] synchronised(byte[] body) {
        byte[] plain = new byte[body.length];
        int length = 0;
        for (int i = 0; i < body.length; i++) {
            plain[length++] = body[i];
            if ((body[i] & 0xFF) == 0xFF && i + 1 < body.length && body[i + 1] == 0) {
                i++;
            }
        }
        return Arrays.copyOf(plain, length);
    }
}
