package org.ectsuite.media.metadata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads PDF objects from a position on; nested no deeper and no longer than a sane file needs. */
final class PdfParser {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_ITEMS = 100_000;
    private static final int MAX_STRING = 64 * 1024;
    private static final int MAX_WORD = 256;

    private final MediaInput in;
    private long position;

    PdfParser(MediaInput in, long position) {
        this.in = in;
        this.position = position;
    }

    long position() {
        return position;
    }

    /** The next object. */
    PdfValue value() throws IOException {
        return value(0);
    }

    /** The next word or number, such as {@code xref}, {@code obj} or {@code 12}. */
    String word() throws IOException {
        skipSpace();
        StringBuilder word = new StringBuilder();
        while (position < in.size() && word.length() < MAX_WORD) {
            int c = in.u8(position);
            if (isSpace(c) || isDelimiter(c)) {
                break;
            }
            word.append((char) c);
            position++;
        }
        return word.toString();
    }

    /** The next word as a number; −1 when it is none. */
    long integer() throws IOException {
        String word = word();
        return word.matches("\\+?\\d{1,18}") ? Long.parseLong(word) : -1;
    }

    void skipSpace() throws IOException {
        while (position < in.size()) {
            int c = in.u8(position);
            if (c == '%') {
                while (position < in.size() && in.u8(position) != '\n' && in.u8(position) != '\r') {
                    position++;
                }
            } else if (isSpace(c)) {
                position++;
            } else {
                return;
            }
        }
    }

    private PdfValue value(int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new UnreadableMediaException("nests PDF objects too deeply");
        }
        skipSpace();
        int c = in.u8(position);
        return switch (c) {
            case '<' -> position + 1 < in.size() && in.u8(position + 1) == '<' ? dictionary(depth) : hexString();
            case '[' -> array(depth);
            case '(' -> string();
            case '/' -> name();
            default -> wordOrReference();
        };
    }

    private PdfValue dictionary(int depth) throws IOException {
        position += 2;
        Map<String, PdfValue> entries = new HashMap<>();
        for (int i = 0; i < MAX_ITEMS; i++) {
            skipSpace();
            int c = in.u8(position);
            if (c == '>') {
                position += 2;
                return new PdfValue.Dictionary(entries);
            }
            if (c != '/') {
                throw new UnreadableMediaException("has a damaged PDF dictionary");
            }
            String key = name().value();
            skipSpace();
            if (in.u8(position) != '>' || (position + 1 < in.size() && in.u8(position + 1) != '>')) {
                entries.put(key, value(depth + 1));
            }
        }
        throw new UnreadableMediaException("has an endless PDF dictionary");
    }

    private PdfValue array(int depth) throws IOException {
        position++;
        List<PdfValue> items = new ArrayList<>();
        while (items.size() < MAX_ITEMS) {
            skipSpace();
            if (in.u8(position) == ']') {
                position++;
                return new PdfValue.Array(items);
            }
            items.add(value(depth + 1));
        }
        throw new UnreadableMediaException("has an endless PDF array");
    }

    private PdfValue.Name name() throws IOException {
        position++;
        String raw = word();
        if (raw.indexOf('#') < 0) {
            return new PdfValue.Name(raw);
        }
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) == '#' && i + 2 < raw.length() && isHex(raw.charAt(i + 1)) && isHex(raw.charAt(i + 2))) {
                name.append((char) Integer.parseInt(raw.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                name.append(raw.charAt(i));
            }
        }
        return new PdfValue.Name(name.toString());
    }

    private PdfValue string() throws IOException {
        position++;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int open = 1;
        while (true) {
            int c = in.u8(position++);
            if (c == '\\') {
                escape(bytes);
                continue;
            }
            if (c == '(') {
                open++;
            } else if (c == ')' && --open == 0) {
                return new PdfValue.Text(bytes.toByteArray());
            }
            write(bytes, c);
        }
    }

    private void escape(ByteArrayOutputStream bytes) throws IOException {
        int c = in.u8(position++);
        switch (c) {
            case 'n' -> write(bytes, '\n');
            case 'r' -> write(bytes, '\r');
            case 't' -> write(bytes, '\t');
            case 'b' -> write(bytes, '\b');
            case 'f' -> write(bytes, '\f');
            case '\n' -> {
                // a line that goes on
            }
            case '\r' -> {
                if (in.u8(position) == '\n') {
                    position++;
                }
            }
            default -> {
                if (c < '0' || c > '7') {
                    write(bytes, c);
                    return;
                }
                int code = c - '0';
                for (int i = 0; i < 2 && in.u8(position) >= '0' && in.u8(position) <= '7'; i++) {
                    code = code * 8 + in.u8(position++) - '0';
                }
                write(bytes, code & 0xFF);
            }
        }
    }

    private PdfValue hexString() throws IOException {
        position++;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int high = -1;
        while (true) {
            int c = in.u8(position++);
            if (c == '>') {
                if (high >= 0) {
                    write(bytes, high << 4);
                }
                return new PdfValue.Text(bytes.toByteArray());
            }
            int digit = Character.digit(c, 16);
            if (digit >= 0) {
                if (high < 0) {
                    high = digit;
                } else {
                    write(bytes, high << 4 | digit);
                    high = -1;
                }
            }
        }
    }

    private PdfValue wordOrReference() throws IOException {
        String word = word();
        if (word.isEmpty()) {
            // A delimiter that opens nothing; stepping over it keeps a damaged file from holding us here.
            position++;
            return PdfValue.NOTHING;
        }
        if (word.matches("\\d{1,10}")) {
            long after = position;
            String generation = word();
            if (generation.matches("\\d{1,5}") && word().equals("R")) {
                return new PdfValue.Reference(Long.parseLong(word));
            }
            position = after;
        }
        if (word.matches("[+-]?(\\d{1,18}\\.?\\d{0,18}|\\.\\d{1,18})")) {
            return new PdfValue.Numeral(Double.parseDouble(word));
        }
        return PdfValue.NOTHING;
    }

    private static void write(ByteArrayOutputStream bytes, int c) {
        if (bytes.size() < MAX_STRING) {
            bytes.write(c);
        }
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
    }

    private static boolean isDelimiter(int c) {
        return "()<>[]{}/%".indexOf(c) >= 0;
    }

    private static boolean isHex(int c) {
        return Character.digit(c, 16) >= 0;
    }

    /** A text string (7.9.2.2): UTF-16 or UTF-8 with their marks, or else PDFDocEncoding. */
    static String text(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        if (bytes.length >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            int c = b & 0xFF;
            text.append(c >= 0x80 && c <= 0xA0 ? "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€".charAt(c - 0x80) : (char) c);
        }
        return text.toString();
    }
}
