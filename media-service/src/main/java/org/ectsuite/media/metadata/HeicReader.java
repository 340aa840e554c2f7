package org.ectsuite.media.metadata;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * HEIC and HEIF (ISO/IEC 23008-12): size and rotation of the primary picture, and the EXIF item. The rotation of the
 * container goes before that of EXIF, which this format only carries along.
 */
final class HeicReader implements FormatReader {

    private static final int MAX_ITEMS = 10_000;
    private static final int MAX_EXIF = 1024 * 1024;
    // Quarter turns to the left, as EXIF orientations.
    private static final int[] ORIENTATION = {1, 8, 3, 6};

    private final ZoneId zone;

    HeicReader(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public EmbeddedMetadata read(MediaInput in) throws IOException {
        if (!in.startsWith(4, "ftyp")) {
            throw new UnreadableMediaException("is not a HEIC file");
        }
        IsoBox meta = IsoBox.first(in, 0, in.size(), "meta")
                .orElseThrow(() -> new UnreadableMediaException("has no HEIC headers"));
        Map<String, IsoBox> parts = new HashMap<>();
        IsoBox.visit(in, meta.body() + 4, meta.end(), box -> {
            parts.putIfAbsent(box.type(), box);
            return true;
        });
        IsoBox primaryBox = parts.get("pitm");
        if (primaryBox == null) {
            throw new UnreadableMediaException("names no HEIC picture");
        }
        long primary =
                in.u8(primaryBox.body()) == 0 ? in.u16be(primaryBox.body() + 4) : in.u32be(primaryBox.body() + 4);
        EmbeddedMetadata.Builder found = EmbeddedMetadata.builder();
        IsoBox properties = parts.get("iprp");
        if (properties != null) {
            readProperties(in, properties, primary, found);
        }
        // Orientation 1 unless the container turns the picture, whatever EXIF says.
        found.orientation(1);
        IsoBox infos = parts.get("iinf");
        IsoBox locations = parts.get("iloc");
        if (infos != null && locations != null) {
            long exif = exifItem(in, infos);
            if (exif >= 0) {
                readExif(in, locations, exif, found);
            }
        }
        return found.build();
    }

    private static void readProperties(MediaInput in, IsoBox properties, long primary, EmbeddedMetadata.Builder found)
            throws IOException {
        IsoBox container = properties.child(in, "ipco").orElse(null);
        IsoBox associations = properties.child(in, "ipma").orElse(null);
        if (container == null || associations == null) {
            return;
        }
        List<IsoBox> all = new ArrayList<>();
        IsoBox.visit(in, container.body(), container.end(), all::add);
        int version = in.u8(associations.body());
        boolean wide = (in.u24be(associations.body() + 1) & 1) != 0;
        long count = Math.min(in.u32be(associations.body() + 4), MAX_ITEMS);
        long position = associations.body() + 8;
        for (long i = 0; i < count && position < associations.end(); i++) {
            long item = version < 1 ? in.u16be(position) : in.u32be(position);
            position += version < 1 ? 2 : 4;
            int entries = in.u8(position++);
            for (int n = 0; n < entries; n++) {
                int index = wide ? in.u16be(position) & 0x7FFF : in.u8(position) & 0x7F;
                position += wide ? 2 : 1;
                if (item == primary && index >= 1 && index <= all.size()) {
                    take(in, all.get(index - 1), found);
                }
            }
        }
    }

    private static void take(MediaInput in, IsoBox property, EmbeddedMetadata.Builder found) throws IOException {
        if (property.type().equals("ispe") && property.length() >= 12) {
            found.size(in.u32be(property.body() + 4), in.u32be(property.body() + 8));
        } else if (property.type().equals("irot") && property.length() >= 1) {
            found.orientation(ORIENTATION[in.u8(property.body()) & 3]);
        }
    }

    private static long exifItem(MediaInput in, IsoBox infos) throws IOException {
        long[] exif = {-1};
        long start = infos.body() + (in.u8(infos.body()) == 0 ? 6 : 8);
        IsoBox.visit(in, start, infos.end(), info -> {
            if (info.type().equals("infe") && info.length() >= 12) {
                int version = in.u8(info.body());
                int idLength = version == 3 ? 4 : 2;
                if (version >= 2 && in.startsWith(info.body() + 4 + idLength + 2, "Exif")) {
                    exif[0] = idLength == 2 ? in.u16be(info.body() + 4) : in.u32be(info.body() + 4);
                    return false;
                }
            }
            return true;
        });
        return exif[0];
    }

    private void readExif(MediaInput in, IsoBox locations, long wanted, EmbeddedMetadata.Builder found)
            throws IOException {
        int version = in.u8(locations.body());
        int sizes = in.u16be(locations.body() + 4);
        int offsetSize = sizes >> 12;
        int lengthSize = sizes >> 8 & 0xF;
        int baseSize = sizes >> 4 & 0xF;
        int indexSize = version == 0 ? 0 : sizes & 0xF;
        int idSize = version < 2 ? 2 : 4;
        long position = locations.body() + 6;
        long count = Math.min(number(in, position, idSize), MAX_ITEMS);
        position += idSize;
        for (long i = 0; i < count && position < locations.end(); i++) {
            long item = number(in, position, idSize);
            position += idSize;
            int method = 0;
            if (version > 0) {
                method = in.u16be(position) & 0xF;
                position += 2;
            }
            position += 2;
            long base = number(in, position, baseSize);
            position += baseSize;
            int extents = in.u16be(position);
            position += 2;
            if (item == wanted && method == 0 && extents == 1) {
                long offset = base + number(in, position + indexSize, offsetSize);
                long length = number(in, position + indexSize + offsetSize, lengthSize);
                if (length > 4 && length <= MAX_EXIF && in.has(offset, length)) {
                    long header = 4 + in.u32be(offset);
                    if (header < length) {
                        byte[] tiff = in.bytes(offset + header, (int) (length - header));
                        ExifBlock.read(new MediaInput(tiff, in.limits()), zone, false, found);
                    }
                }
                return;
            }
            position += (long) extents * (indexSize + offsetSize + lengthSize);
        }
    }

    private static long number(MediaInput in, long position, int width) throws IOException {
        return switch (width) {
            case 0 -> 0;
            case 2 -> in.u16be(position);
            case 4 -> in.u32be(position);
            case 8 -> in.u64be(position);
            default -> throw new UnreadableMediaException("has damaged HEIC headers");
        };
    }
}
