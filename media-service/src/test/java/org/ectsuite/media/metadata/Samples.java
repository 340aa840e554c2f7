package org.ectsuite.media.metadata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

/** Files to read: small real ones from the test resources, and such as are built byte by byte. */
final class Samples {

    private Samples() {}

    /** A file of the test resources, made by the programs that people use. */
    static byte[] file(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/media/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file as a scan would. */
    static EmbeddedMetadata read(String name, byte[] content) throws IOException {
        return new MetadataReader(ZoneOffset.UTC)
                .read(
                        MediaFormat.ofFileName(name).orElseThrow(),
                        new MemoryChannel(content),
                        new ReadLimits(32 * 1024 * 1024, Duration.ofSeconds(10), Clock.systemUTC()));
    }

    static byte[] bytes(Object... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object part : parts) {
            byte[] bytes = switch (part) {
                case byte[] raw -> raw;
                case String text -> text.getBytes(StandardCharsets.ISO_8859_1);
                case Integer one -> new byte[] {one.byteValue()};
                default -> throw new IllegalArgumentException(part.getClass().getName());
            };
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    static byte[] le32(long value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) value)
                .array();
    }

    static byte[] le64(long value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }

    static byte[] le16(int value) {
        return ByteBuffer.allocate(2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) value)
                .array();
    }

    static byte[] be32(long value) {
        return ByteBuffer.allocate(4).putInt((int) value).array();
    }

    static byte[] be16(int value) {
        return ByteBuffer.allocate(2).putShort((short) value).array();
    }

    static byte[] padded(String text, int length) {
        byte[] padded = new byte[length];
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, padded, 0, bytes.length);
        return padded;
    }

    // ---- WAV --------------------------------------------------------------------------------------------------------

    static byte[] chunk(String name, byte[] body) {
        return bytes(name, le32(body.length), body, new byte[body.length % 2]);
    }

    /** Eight thousand bytes a second. */
    static byte[] wavFormat() {
        return chunk("fmt ", bytes(le16(1), le16(1), le32(8_000), le32(8_000), le16(1), le16(8)));
    }

    static byte[] wav(byte[]... chunks) {
        byte[] body = bytes((Object[]) chunks);
        return bytes("RIFF", le32(body.length + 4), "WAVE", body);
    }

    static byte[] bext(String description, String originator, String date, String time) {
        return chunk(
                "bext",
                bytes(
                        padded(description, 256),
                        padded(originator, 32),
                        padded("", 32),
                        padded(date, 10),
                        padded(time, 8),
                        new byte[8 + 2 + 64 + 190]));
    }

    // ---- EXIF -------------------------------------------------------------------------------------------------------

    static final int ASCII = 2;
    static final int SHORT = 3;
    static final int LONG = 4;
    static final int RATIONAL = 5;

    /** A tag with its type and value. */
    record Tag(int id, int type, byte[] value) {

        static Tag text(int id, String text) {
            return new Tag(id, ASCII, bytes(text, 0));
        }

        static Tag number(int id, int value) {
            return new Tag(id, SHORT, be16(value));
        }

        static Tag pointer(int id, long value) {
            return new Tag(id, LONG, be32(value));
        }

        static Tag degrees(int id, double value) {
            int whole = (int) value;
            return new Tag(
                    id,
                    RATIONAL,
                    bytes(
                            be32(whole),
                            be32(1),
                            be32(0),
                            be32(1),
                            be32(Math.round((value - whole) * 3600_000)),
                            be32(1_000)));
        }

        static Tag clock(int id, int hours, int minutes, int seconds) {
            return new Tag(id, RATIONAL, bytes(be32(hours), be32(1), be32(minutes), be32(1), be32(seconds), be32(1)));
        }

        int count() {
            return value.length / (type == SHORT ? 2 : type == LONG ? 4 : type == RATIONAL ? 8 : 1);
        }
    }

    /** An image file directory at an offset, its long values behind it. */
    static byte[] directory(long start, long next, List<Tag> tags) {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        ByteArrayOutputStream behind = new ByteArrayOutputStream();
        long values = start + 2 + 12L * tags.size() + 4;
        table.writeBytes(be16(tags.size()));
        for (Tag tag : tags) {
            table.writeBytes(bytes(be16(tag.id), be16(tag.type), be32(tag.count())));
            if (tag.value.length <= 4) {
                table.writeBytes(Arrays.copyOf(tag.value, 4));
            } else {
                table.writeBytes(be32(values + behind.size()));
                behind.writeBytes(tag.value);
            }
        }
        table.writeBytes(be32(next));
        return bytes(table.toByteArray(), behind.toByteArray());
    }

    /** A TIFF structure with main, camera and GPS directory, and a thumbnail. */
    static byte[] exif(List<Tag> main, List<Tag> camera, List<Tag> gps, byte[] thumbnail) {
        List<Tag> first = new ArrayList<>(main);
        int pointers = first.size();
        first.add(Tag.pointer(0x8769, 0));
        first.add(Tag.pointer(0x8825, 0));
        long cameraAt = 8L + directory(8, 0, first).length;
        long gpsAt = cameraAt + directory(cameraAt, 0, camera).length;
        long smallAt = gpsAt + directory(gpsAt, 0, gps).length;
        List<Tag> small = new ArrayList<>(List.of(Tag.pointer(0x0201, 0), Tag.pointer(0x0202, thumbnail.length)));
        long pictureAt = smallAt + directory(smallAt, 0, small).length;
        small.set(0, Tag.pointer(0x0201, pictureAt));
        first.set(pointers, Tag.pointer(0x8769, cameraAt));
        first.set(pointers + 1, Tag.pointer(0x8825, gpsAt));
        return bytes(
                "MM\0*",
                be32(8),
                directory(8, thumbnail.length == 0 ? 0 : smallAt, first),
                directory(cameraAt, 0, camera),
                directory(gpsAt, 0, gps),
                directory(smallAt, 0, small),
                thumbnail);
    }

    /** A JPEG file of 300 x 200 pixels with segments before its (empty) picture. */
    static byte[] jpeg(byte[]... segments) {
        byte[] frame = bytes(8, be16(200), be16(300), 1, 1, 0x11, 0);
        return bytes(
                be16(0xFFD8), bytes((Object[]) segments), segment(0xC0, frame), be16(0xFFDA), be16(2), be16(0xFFD9));
    }

    static byte[] segment(int marker, byte[] body) {
        return bytes(0xFF, marker, be16(body.length + 2), body);
    }

    static byte[] exifSegment(byte[] tiff) {
        return segment(0xE1, bytes("Exif\0\0", tiff));
    }

    static byte[] xmpSegment(String packet) {
        return segment(0xE1, bytes("http://ns.adobe.com/xap/1.0/\0", packet.getBytes(StandardCharsets.UTF_8)));
    }

    /** A photo with everything that a camera notes. */
    static byte[] photo() {
        return jpeg(exifSegment(exif(
                List.of(Tag.text(0x010E, "Mast on the hill"), Tag.number(0x0112, 6), Tag.text(0x013B, "K1TTT")),
                List.of(Tag.text(0x9003, "2026:03:14 20:05:09"), Tag.text(0x9011, "+02:00")),
                List.of(Tag.text(1, "N"), Tag.degrees(2, 48.25), Tag.text(3, "W"), Tag.degrees(4, 16.5)),
                bytes(be16(0xFFD8), new byte[100], be16(0xFFD9)))));
    }

    // ---- HEIC -------------------------------------------------------------------------------------------------------

    static byte[] box(String type, Object... body) {
        byte[] content = bytes(body);
        return bytes(be32(content.length + 8), type, content);
    }

    /** A HEIC file whose container turns a picture of 400 x 300, and which carries EXIF data. */
    static byte[] heic(byte[] tiff) {
        byte[] exif = bytes(be32(0), tiff);
        byte[] type = box("ftyp", "heic", be32(0), "mif1heic");
        byte[] head = heicMeta(0, exif.length);
        long at = (long) type.length + head.length + 8;
        return bytes(type, heicMeta(at, exif.length), box("mdat", exif));
    }

    private static byte[] heicMeta(long exifAt, int exifLength) {
        byte[] infos = box(
                "iinf",
                be32(0),
                be16(2),
                box("infe", be32(0x02000000), be16(1), be16(0), "hvc1", 0),
                box("infe", be32(0x02000000), be16(2), be16(0), "Exif", 0));
        byte[] places =
                box("iloc", be32(0), be16(0x4400), be16(1), be16(2), be16(0), be16(1), be32(exifAt), be32(exifLength));
        byte[] properties = box(
                "iprp",
                box("ipco", box("ispe", be32(0), be32(400), be32(300)), box("irot", 3)),
                box("ipma", be32(0), be32(1), be16(1), 2, 1, 2));
        return box("meta", be32(0), box("pitm", be32(0), be16(1)), infos, places, properties);
    }

    // ---- PDF --------------------------------------------------------------------------------------------------------

    /** A PDF file with a cross-reference table; objects by number, the catalogue being number 1. */
    static byte[] pdf(Map<Integer, byte[]> objects, String trailer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes("%PDF-1.4\n"));
        Map<Integer, Integer> places = new LinkedHashMap<>();
        objects.forEach((number, body) -> {
            places.put(number, out.size());
            out.writeBytes(bytes(number + " 0 obj\n", body, "\nendobj\n"));
        });
        int start = out.size();
        int last = objects.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        out.writeBytes(bytes("xref\n0 " + (last + 1) + "\n0000000000 65535 f \n"));
        for (int number = 1; number <= last; number++) {
            out.writeBytes(bytes("%010d 00000 n \n".formatted(places.getOrDefault(number, 0))));
        }
        out.writeBytes(bytes("trailer\n<< /Size " + (last + 1) + " /Root 1 0 R " + trailer + " >>\nstartxref\n" + start
                + "\n%%EOF\n"));
        return out.toByteArray();
    }

    /** An ordinary one of three pages. */
    static byte[] pdf() {
        Map<Integer, byte[]> objects = new LinkedHashMap<>();
        objects.put(1, bytes("<< /Type /Catalog /Pages 2 0 R >>"));
        objects.put(2, bytes("<< /Type /Pages /Kids [] /Count 3 >>"));
        objects.put(
                3,
                bytes("<< /Title (Radio plan \\(draft\\)) /Author <FEFF00C400D6> /Subject (Exercise)"
                        + " /CreationDate (D:20260314180509+01'00') >>"));
        return pdf(objects, "/Info 3 0 R");
    }

    /** One whose objects are packed into an object stream and found through a cross-reference stream with a predictor. */
    static byte[] packedPdf() {
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [] /Count 7 >>",
            "<< /Title (Packed) /CreationDate (D:20260102030405Z) >>"
        };
        StringBuilder index = new StringBuilder();
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < objects.length; i++) {
            index.append(i + 1).append(' ').append(content.length()).append(' ');
            content.append(objects[i]).append(' ');
        }
        byte[] packed = deflated(bytes(index.toString() + content));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes("%PDF-1.5\n"));
        int streamAt = out.size();
        out.writeBytes(bytes(
                "4 0 obj\n<< /Type /ObjStm /N 3 /First " + index.length() + " /Filter /FlateDecode /Length "
                        + packed.length + " >>\nstream\n",
                packed,
                "\nendstream\nendobj\n"));
        int start = out.size();
        // Rows of type, two bytes of place, index; each row against the one above (predictor 12).
        byte[][] rows = {
            {0, 0, 0, 0},
            {2, 0, 4, 0},
            {2, 0, 4, 1},
            {2, 0, 4, 2},
            {1, (byte) (streamAt >> 8), (byte) streamAt, 0},
            {1, (byte) (start >> 8), (byte) start, 0}
        };
        ByteArrayOutputStream predicted = new ByteArrayOutputStream();
        byte[] above = new byte[4];
        for (byte[] row : rows) {
            predicted.write(2);
            for (int i = 0; i < 4; i++) {
                predicted.write(row[i] - above[i]);
            }
            above = row;
        }
        byte[] table = deflated(predicted.toByteArray());
        out.writeBytes(bytes(
                "5 0 obj\n<< /Type /XRef /Size 6 /W [1 2 1] /Root 1 0 R /Info 3 0 R /Filter /FlateDecode"
                        + " /DecodeParms << /Predictor 12 /Columns 4 >> /Length " + table.length + " >>\nstream\n",
                table,
                "\nendstream\nendobj\nstartxref\n" + start + "\n%%EOF\n"));
        return out.toByteArray();
    }

    static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[4_096];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
