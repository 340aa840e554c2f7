package org.ectsuite.media.metadata;

import java.io.IOException;
import java.time.ZoneId;

/** TIFF and GeoTIFF: the tags of the first picture. */
final class TiffImageReader implements FormatReader {

    private final ZoneId zone;

    TiffImageReader(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public EmbeddedMetadata read(MediaInput in) throws IOException {
        if (!in.startsWith(0, "II*\0") && !in.startsWith(0, "MM\0*")) {
            throw new UnreadableMediaException("is not a TIFF file");
        }
        EmbeddedMetadata.Builder found = EmbeddedMetadata.builder();
        ExifBlock.read(in, zone, true, found);
        EmbeddedMetadata metadata = found.build();
        if (metadata.width() == null) {
            throw new UnreadableMediaException("has no TIFF picture");
        }
        return metadata;
    }
}
