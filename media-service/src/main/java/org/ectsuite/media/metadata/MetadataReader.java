package org.ectsuite.media.metadata;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The face of the readers: an open channel in, what the file says out. Reads only; keeps nothing. */
public final class MetadataReader {

    /**
     * Part of what decides whether a file must be read again. Count it up whenever a reader learns something, so that
     * catalogues profit from it.
     */
    public static final int VERSION = 1;

    private final ZoneId zone;

    /** Times that a file states without an offset are times of {@code zone}. */
    public MetadataReader(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Reads one file. Whatever is wrong with it comes out as {@link UnreadableMediaException}; any other {@link
     * IOException} is the disk's.
     */
    public EmbeddedMetadata read(MediaFormat format, SeekableByteChannel channel, ReadLimits limits)
            throws IOException {
        FormatReader reader = reader(format);
        if (reader == null) {
            return EmbeddedMetadata.NONE;
        }
        MediaInput in = new MediaInput(channel, limits);
        if (in.size() == 0) {
            throw new UnreadableMediaException("is empty");
        }
        return reader.read(in);
    }

    private @Nullable FormatReader reader(MediaFormat format) {
        return switch (format) {
            case WAV -> new WavReader(zone);
            case MP3 -> new Mp3Reader(zone);
            case FLAC -> new FlacReader(zone);
            case OGG -> new OggReader(zone);
            case M4A, MP4, QUICKTIME -> new IsoMediaReader(zone);
            case MATROSKA, WEBM -> new MatroskaReader(zone);
            case PDF -> new PdfReader(zone);
            case JPEG -> new JpegReader(zone);
            case PNG -> new PngReader(zone);
            case TIFF -> new TiffImageReader(zone);
            case WEBP -> new WebpReader(zone);
            case HEIC -> new HeicReader(zone);
            case TEXT, CSV, ODT, ODS, DOCX, XLSX -> null;
        };
    }
}
