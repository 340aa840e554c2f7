package org.ectsuite.media.metadata;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The object structure of a PDF file: cross-reference tables and streams with their predecessors, object streams, and
 * streams packed with Flate. Sections are searched, not copied, so that a file's own object count costs nothing.
 */
final class PdfDocument {

    private static final int MAX_SECTIONS = 1_000;
    private static final int MAX_REFERENCES = 32;
    private static final int MAX_STREAM = 8 * 1024 * 1024;
    private static final int TAIL = 2_048;
    private static final int MAX_JUNK = 1_024;
    private static final int ENTRY = 20;

    private final MediaInput in;
    private final long origin;
    private final List<Section> sections = new ArrayList<>();
    private final Map<Long, byte[]> objectStreams = new HashMap<>();
    private final Map<String, PdfValue> trailer = new HashMap<>();

    private sealed interface Section {

        /** Lines of a table. */
        record Table(long first, long count, long position) implements Section {}

        /** Rows of a cross-reference stream. */
        // Compared by nobody.
        @SuppressWarnings("ArrayRecordComponent")
        record Stream(List<long[]> ranges, int[] widths, byte[] rows) implements Section {}
    }

    private sealed interface Place {

        record Offset(long position) implements Place {}

        record InStream(long stream, long index) implements Place {}
    }

    /** A stream's dictionary and where its packed bytes begin. */
    record Stream(PdfValue.Dictionary dictionary, long position) {}

    PdfDocument(MediaInput in) throws IOException {
        this.in = in;
        this.origin = header();
        long start = startOfCrossReferences();
        Set<Long> visited = new HashSet<>();
        List<Long> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty() && visited.size() < MAX_SECTIONS) {
            long position = open.removeFirst();
            if (position >= 0 && visited.add(position)) {
                open.addAll(readSection(position));
            }
        }
    }

    boolean isEncrypted() {
        return trailer.containsKey("Encrypt");
    }

    PdfValue trailer(String key) {
        return trailer.getOrDefault(key, PdfValue.NOTHING);
    }

    /** The object behind a reference, or the value itself when it is none. */
    PdfValue resolve(PdfValue value) throws IOException {
        PdfValue resolved = value;
        for (int i = 0; i < MAX_REFERENCES && resolved instanceof PdfValue.Reference reference; i++) {
            resolved = object(reference.object());
        }
        return resolved instanceof PdfValue.Reference ? PdfValue.NOTHING : resolved;
    }

    /** The stream that a reference stands for; null when it is something else. */
    @Nullable Stream stream(PdfValue value) throws IOException {
        return value instanceof PdfValue.Reference reference && find(reference.object()) instanceof Place.Offset offset
                ? streamAt(offset.position())
                : null;
    }

    /** The unpacked bytes of a stream, or null when it is packed in another way than Flate. */
    byte @Nullable [] content(Stream stream) throws IOException {
        PdfValue length = resolve(stream.dictionary().get("Length"));
        if (!(length instanceof PdfValue.Numeral number) || !in.has(stream.position(), (long) number.value())) {
            throw new UnreadableMediaException("has a damaged PDF stream");
        }
        byte[] packed = in.bytesUpTo(stream.position(), (long) number.value(), MAX_STREAM);
        PdfValue filter = resolve(stream.dictionary().get("Filter"));
        if (filter instanceof PdfValue.Array array) {
            if (array.items().size() > 1) {
                return null;
            }
            filter = array.items().isEmpty()
                    ? PdfValue.NOTHING
                    : resolve(array.items().getFirst());
        }
        if (!(filter instanceof PdfValue.Name name)) {
            return packed;
        }
        if (!name.value().equals("FlateDecode")) {
            return null;
        }
        PdfValue parameters = resolve(stream.dictionary().get("DecodeParms"));
        if (parameters instanceof PdfValue.Array array && !array.items().isEmpty()) {
            parameters = resolve(array.items().getFirst());
        }
        return unpredicted(inflate(packed), parameters);
    }

    private long header() throws IOException {
        for (long position = 0; position < Math.min(MAX_JUNK, in.size() - 5); position++) {
            if (in.startsWith(position, "%PDF-")) {
                return position;
            }
        }
        throw new UnreadableMediaException("is not a PDF file");
    }

    private long startOfCrossReferences() throws IOException {
        long from = Math.max(0, in.size() - TAIL);
        for (long position = in.size() - 9; position >= from; position--) {
            if (in.u8(position) == 's' && in.startsWith(position, "startxref")) {
                return new PdfParser(in, position + 9).integer();
            }
        }
        throw new UnreadableMediaException("has no PDF cross-reference; it was probably cut off");
    }

    /** Reads one table or stream and says which sections it names as older than itself. */
    private List<Long> readSection(long offset) throws IOException {
        long position = in.has(origin + offset, 4) && isSection(origin + offset) ? origin + offset : offset;
        if (!in.has(position, 4)) {
            throw new UnreadableMediaException("has a damaged PDF cross-reference");
        }
        PdfParser parser = new PdfParser(in, position);
        PdfValue.Dictionary dictionary;
        if (parser.word().equals("xref")) {
            dictionary = readTable(parser);
        } else {
            Stream stream = streamAt(position);
            if (stream == null) {
                throw new UnreadableMediaException("has a damaged PDF cross-reference");
            }
            dictionary = stream.dictionary();
            readCrossReferenceStream(stream);
        }
        dictionary.entries().forEach(trailer::putIfAbsent);
        List<Long> older = new ArrayList<>();
        for (String key : List.of("XRefStm", "Prev")) {
            if (dictionary.get(key) instanceof PdfValue.Numeral number) {
                older.add((long) number.value());
            }
        }
        return older;
    }

    private boolean isSection(long position) throws IOException {
        PdfParser parser = new PdfParser(in, position);
        String word = parser.word();
        return word.equals("xref") || word.matches("\\d{1,10}");
    }

    private PdfValue.Dictionary readTable(PdfParser parser) throws IOException {
        for (int i = 0; i < MAX_SECTIONS; i++) {
            String word = parser.word();
            if (word.equals("trailer")) {
                if (parser.value() instanceof PdfValue.Dictionary dictionary) {
                    return dictionary;
                }
                break;
            }
            long count = parser.integer();
            if (!word.matches("\\d{1,10}") || count < 0) {
                break;
            }
            parser.skipSpace();
            long start = parser.position();
            if (count > (in.size() - start) / ENTRY) {
                break;
            }
            sections.add(new Section.Table(Long.parseLong(word), count, start));
            parser = new PdfParser(in, start + count * ENTRY);
        }
        throw new UnreadableMediaException("has a damaged PDF cross-reference");
    }

    private void readCrossReferenceStream(Stream stream) throws IOException {
        byte[] rows = content(stream);
        if (rows == null
                || !(stream.dictionary().get("W") instanceof PdfValue.Array array)
                || array.items().size() < 3) {
            throw new UnreadableMediaException("has a damaged PDF cross-reference");
        }
        int[] widths = new int[3];
        for (int i = 0; i < 3; i++) {
            widths[i] = array.items().get(i) instanceof PdfValue.Numeral number ? (int) number.value() : -1;
            if (widths[i] < 0 || widths[i] > 8) {
                throw new UnreadableMediaException("has a damaged PDF cross-reference");
            }
        }
        List<long[]> ranges = new ArrayList<>();
        if (stream.dictionary().get("Index") instanceof PdfValue.Array index) {
            for (int i = 0; i + 1 < index.items().size(); i += 2) {
                if (index.items().get(i) instanceof PdfValue.Numeral first
                        && index.items().get(i + 1) instanceof PdfValue.Numeral count) {
                    ranges.add(new long[] {(long) first.value(), (long) count.value()});
                }
            }
        } else if (stream.dictionary().get("Size") instanceof PdfValue.Numeral size) {
            ranges.add(new long[] {0, (long) size.value()});
        }
        sections.add(new Section.Stream(ranges, widths, rows));
    }

    private PdfValue object(long number) throws IOException {
        return switch (find(number)) {
            case Place.Offset(long position) -> {
                PdfParser parser = objectAt(position);
                yield parser == null ? PdfValue.NOTHING : parser.value();
            }
            case Place.InStream(long stream, long index) -> objectInStream(stream, index);
            case null -> PdfValue.NOTHING;
        };
    }

    private @Nullable PdfParser objectAt(long offset) throws IOException {
        for (long position : origin == 0 ? new long[] {offset} : new long[] {origin + offset, offset}) {
            if (in.has(position, 1)) {
                PdfParser parser = new PdfParser(in, position);
                long number = parser.integer();
                long generation = parser.integer();
                if (number >= 0 && generation >= 0 && parser.word().equals("obj")) {
                    return parser;
                }
            }
        }
        return null;
    }

    private @Nullable Stream streamAt(long offset) throws IOException {
        PdfParser parser = objectAt(offset);
        if (parser == null
                || !(parser.value() instanceof PdfValue.Dictionary dictionary)
                || !parser.word().equals("stream")) {
            return null;
        }
        long position = parser.position();
        if (in.u8(position) == '\r') {
            position++;
        }
        if (in.u8(position) == '\n') {
            position++;
        }
        return new Stream(dictionary, position);
    }

    private PdfValue objectInStream(long number, long index) throws IOException {
        if (isEncrypted()) {
            return PdfValue.NOTHING;
        }
        // An object stream never stands within another one.
        if (!(find(number) instanceof Place.Offset offset)) {
            return PdfValue.NOTHING;
        }
        Stream stream = streamAt(offset.position());
        if (stream == null) {
            return PdfValue.NOTHING;
        }
        byte[] content = objectStreams.get(number);
        if (content == null) {
            content = content(stream);
            if (content == null) {
                return PdfValue.NOTHING;
            }
            objectStreams.put(number, content);
        }
        if (!(resolve(stream.dictionary().get("First")) instanceof PdfValue.Numeral first)) {
            return PdfValue.NOTHING;
        }
        MediaInput objects = new MediaInput(content, in.limits());
        PdfParser parser = new PdfParser(objects, 0);
        long position = -1;
        for (long i = 0; i <= index; i++) {
            if (parser.integer() < 0) {
                return PdfValue.NOTHING;
            }
            position = parser.integer();
        }
        long start = (long) first.value() + position;
        return position < 0 || !objects.has(start, 1) ? PdfValue.NOTHING : new PdfParser(objects, start).value();
    }

    private @Nullable Place find(long number) throws IOException {
        for (Section section : sections) {
            Place place = switch (section) {
                case Section.Table table -> find(table, number);
                case Section.Stream stream -> find(stream, number);
            };
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private @Nullable Place find(Section.Table table, long number) throws IOException {
        if (number < table.first() || number - table.first() >= table.count()) {
            return null;
        }
        PdfParser entry = new PdfParser(in, table.position() + (number - table.first()) * ENTRY);
        long offset = entry.integer();
        long generation = entry.integer();
        return offset > 0 && generation >= 0 && entry.word().equals("n") ? new Place.Offset(offset) : null;
    }

    private static @Nullable Place find(Section.Stream stream, long number) {
        int[] widths = stream.widths();
        int width = widths[0] + widths[1] + widths[2];
        long row = 0;
        for (long[] range : stream.ranges()) {
            if (number >= range[0] && number - range[0] < range[1]) {
                row += number - range[0];
                if (width == 0 || row < 0 || row >= stream.rows().length / width) {
                    return null;
                }
                int at = (int) row * width;
                long type = widths[0] == 0 ? 1 : number(stream.rows(), at, widths[0]);
                long second = number(stream.rows(), at + widths[0], widths[1]);
                long third = number(stream.rows(), at + widths[0] + widths[1], widths[2]);
                return type == 1 ? new Place.Offset(second) : type == 2 ? new Place.InStream(second, third) : null;
            }
            row += Math.max(0, range[1]);
        }
        return null;
    }

    private static long number(byte[] bytes, int from, int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | (bytes[from + i] & 0xFF);
        }
        return value;
    }

    private byte[] inflate(byte[] packed) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] plain = new byte[Math.min(MAX_STREAM, Math.max(1_024, packed.length * 4))];
            int length = 0;
            while (!inflater.finished()) {
                if (length == plain.length) {
                    if (length >= MAX_STREAM) {
                        throw new UnreadableMediaException("unpacks to too much");
                    }
                    plain = Arrays.copyOf(plain, Math.min(MAX_STREAM, length * 2));
                }
                int more = inflater.inflate(plain, length, plain.length - length);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    // Cut off at its end: what came out so far counts.
                    break;
                }
                in.limits().unpacked(more);
                length += more;
            }
            return Arrays.copyOf(plain, length);
        } catch (DataFormatException e) {
            throw new UnreadableMediaException("has a damaged PDF stream");
        } finally {
            inflater.end();
        }
    }

    /** Undoes the PNG predictors (7.4.4.4) that nearly every cross-reference stream is written with. */
    private byte[] unpredicted(byte[] bytes, PdfValue parameters) throws IOException {
        if (!(parameters instanceof PdfValue.Dictionary dictionary)
                || !(resolve(dictionary.get("Predictor")) instanceof PdfValue.Numeral predictor)
                || predictor.value() < 10) {
            return bytes;
        }
        int columns = resolve(dictionary.get("Columns")) instanceof PdfValue.Numeral number ? (int) number.value() : 1;
        if (columns < 1 || columns > 1_024) {
            throw new UnreadableMediaException("has a damaged PDF stream");
        }
        int rows = bytes.length / (columns + 1);
        byte[] plain = new byte[rows * columns];
        for (int row = 0; row < rows; row++) {
            int from = row * (columns + 1);
            int to = row * columns;
            for (int i = 0; i < columns; i++) {
                int left = i == 0 ? 0 : plain[to + i - 1] & 0xFF;
                int up = row == 0 ? 0 : plain[to + i - columns] & 0xFF;
                int corner = i == 0 || row == 0 ? 0 : plain[to + i - columns - 1] & 0xFF;
                int guess = switch (bytes[from]) {
                    case 1 -> left;
                    case 2 -> up;
                    case 3 -> (left + up) / 2;
                    case 4 -> paeth(left, up, corner);
                    default -> 0;
                };
                plain[to + i] = (byte) (bytes[from + 1 + i] + guess);
            }
        }
        return plain;
    }

    private static int paeth(int left, int up, int corner) {
        int guess = left + up - corner;
        int byLeft = Math.abs(guess - left);
        int byUp = Math.abs(guess - up);
        int byCorner = Math.abs(guess - corner);
        if (byLeft <= byUp && byLeft <= byCorner) {
            return left;
        }
        return byUp <= byCorner ? up : corner;
    }
}
