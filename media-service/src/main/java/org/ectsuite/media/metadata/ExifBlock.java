package org.ectsuite.media.metadata;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.GeoLocation;
import com.drew.lang.RandomAccessReader;
import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.ExifTiffHandler;
import com.drew.metadata.exif.GpsDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A TIFF structure with EXIF tags, as it stands in a TIFF file or is packed into the other image formats. Only the
 * tags below are decoded at all: everything else in there, maker notes first, is a maze that nobody here needs.
 */
final class ExifBlock {

    private static final int TAG_EXIF_POINTER = 0x8769;
    private static final int TAG_GPS_POINTER = 0x8825;
    private static final int TAG_OFFSET_TIME = 0x9010;
    private static final int TAG_OFFSET_TIME_ORIGINAL = 0x9011;
    private static final int MAX_VALUE = 16 * 1024;

    private static final Set<Integer> WANTED = Set.of(
            ExifDirectoryBase.TAG_IMAGE_WIDTH,
            ExifDirectoryBase.TAG_IMAGE_HEIGHT,
            ExifDirectoryBase.TAG_IMAGE_DESCRIPTION,
            ExifDirectoryBase.TAG_ORIENTATION,
            ExifDirectoryBase.TAG_DATETIME,
            ExifDirectoryBase.TAG_ARTIST,
            ExifDirectoryBase.TAG_WIN_TITLE,
            ExifDirectoryBase.TAG_WIN_COMMENT,
            ExifDirectoryBase.TAG_DATETIME_ORIGINAL,
            TAG_OFFSET_TIME,
            TAG_OFFSET_TIME_ORIGINAL,
            TAG_EXIF_POINTER,
            TAG_GPS_POINTER,
            ExifThumbnailDirectory.TAG_THUMBNAIL_OFFSET,
            ExifThumbnailDirectory.TAG_THUMBNAIL_LENGTH,
            GpsDirectory.TAG_LATITUDE_REF,
            GpsDirectory.TAG_LATITUDE,
            GpsDirectory.TAG_LONGITUDE_REF,
            GpsDirectory.TAG_LONGITUDE,
            GpsDirectory.TAG_TIME_STAMP,
            GpsDirectory.TAG_DATE_STAMP);

    private ExifBlock() {}

    /** Takes what the block says; {@code withSize} when its width and height are those of the picture itself. */
    static void read(MediaInput in, ZoneId zone, boolean withSize, EmbeddedMetadata.Builder found) throws IOException {
        Metadata metadata = new Metadata();
        try {
            new TiffReader().processTiff(new Reader(in), new Handler(metadata), 0);
        } catch (TiffProcessingException e) {
            throw new UnreadableMediaException("has damaged EXIF data");
        } catch (IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException e) {
            // Arithmetic of the library on offsets that point nowhere.
            throw new UnreadableMediaException("has damaged EXIF data");
        }
        Directory main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Directory camera = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        found.recordedAt(time(camera, ExifDirectoryBase.TAG_DATETIME_ORIGINAL, TAG_OFFSET_TIME_ORIGINAL, gps, zone));
        if (main != null) {
            found.title(wide(main, ExifDirectoryBase.TAG_WIN_TITLE));
            found.artist(text(main, ExifDirectoryBase.TAG_ARTIST));
            found.description(text(main, ExifDirectoryBase.TAG_IMAGE_DESCRIPTION));
            found.description(wide(main, ExifDirectoryBase.TAG_WIN_COMMENT));
            found.orientation(number(main, ExifDirectoryBase.TAG_ORIENTATION));
            if (withSize) {
                found.size(
                        number(main, ExifDirectoryBase.TAG_IMAGE_WIDTH),
                        number(main, ExifDirectoryBase.TAG_IMAGE_HEIGHT));
            }
        }
        found.position(position(gps));
        if (!withSize) {
            found.thumbnail(thumbnail(in, metadata.getFirstDirectoryOfType(ExifThumbnailDirectory.class)));
        }
    }

    private static @Nullable Instant time(
            @Nullable Directory camera, int tag, int offsetTag, @Nullable GpsDirectory gps, ZoneId zone) {
        String local = camera == null ? null : text(camera, tag);
        String offset = camera == null ? null : text(camera, offsetTag);
        if (local != null && offset != null) {
            Instant exact = RecordedTime.parseExif(local, offset, zone);
            if (exact != null) {
                return exact;
            }
        }
        // Without an offset the satellites know better than a zone that is assumed.
        Instant satellite = gps == null ? null : satelliteTime(gps);
        return satellite == null ? RecordedTime.parseExif(local, null, zone) : satellite;
    }

    private static @Nullable Instant satelliteTime(GpsDirectory gps) {
        String date = text(gps, GpsDirectory.TAG_DATE_STAMP);
        Rational[] time = gps.getRationalArray(GpsDirectory.TAG_TIME_STAMP);
        if (date == null || time == null || time.length != 3) {
            return null;
        }
        int[] parts = {time[0].intValue(), time[1].intValue(), time[2].intValue()};
        return RecordedTime.parse(
                "%s %02d:%02d:%02d".formatted(date.strip(), parts[0], parts[1], parts[2]), ZoneOffset.UTC);
    }

    private static @Nullable GeoPosition position(@Nullable GpsDirectory gps) {
        GeoLocation location = gps == null ? null : gps.getGeoLocation();
        return location == null ? null : new GeoPosition(location.getLatitude(), location.getLongitude());
    }

    private static @Nullable Thumbnail thumbnail(MediaInput in, @Nullable Directory directory) throws IOException {
        if (directory == null) {
            return null;
        }
        Long offset = directory.getLongObject(ExifThumbnailDirectory.TAG_THUMBNAIL_OFFSET);
        Long length = directory.getLongObject(ExifThumbnailDirectory.TAG_THUMBNAIL_LENGTH);
        if (offset == null || length == null || length < 4 || length > Thumbnail.MAX_BYTES || !in.has(offset, length)) {
            return null;
        }
        boolean jpeg = in.u16be(offset) == 0xFFD8;
        return jpeg ? new Thumbnail("image/jpeg", in.bytes(offset, length.intValue())) : null;
    }

    private static @Nullable String text(Directory directory, int tag) {
        byte[] bytes = directory.getByteArray(tag);
        if (bytes == null) {
            return directory.getString(tag);
        }
        String text = PlainText.utf8OrLatin1(bytes);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private static @Nullable String wide(Directory directory, int tag) {
        byte[] bytes = directory.getByteArray(tag);
        return bytes == null ? null : PlainText.decode(bytes, StandardCharsets.UTF_16LE);
    }

    private static int number(Directory directory, int tag) {
        Integer number = directory.getInteger(tag);
        return number == null ? 0 : number;
    }

    /** Lets the wanted tags through and treats all others as dealt with. */
    private static final class Handler extends ExifTiffHandler {

        Handler(Metadata metadata) {
            super(metadata, null, 0);
        }

        @Override
        public boolean tryEnterSubIfd(int tagId) {
            return (tagId == TAG_EXIF_POINTER || tagId == TAG_GPS_POINTER) && super.tryEnterSubIfd(tagId);
        }

        @Override
        public boolean customProcessTag(
                int tagOffset,
                Set<Integer> processedIfdOffsets,
                int tiffHeaderOffset,
                RandomAccessReader reader,
                int tagId,
                int byteCount) {
            // Arrays are made by the count that stands in the file, before anything is read.
            return !WANTED.contains(tagId) || byteCount < 0 || byteCount > MAX_VALUE;
        }
    }

    /** The library's view of our bounded input. */
    private static final class Reader extends RandomAccessReader {

        private final MediaInput in;

        Reader(MediaInput in) {
            this.in = in;
        }

        @Override
        public int toUnshiftedOffset(int localOffset) {
            return localOffset;
        }

        @Override
        public byte getByte(int index) throws IOException {
            return (byte) in.u8(index);
        }

        @Override
        public byte[] getBytes(int index, int count) throws IOException {
            return in.bytes(index, count);
        }

        @Override
        protected void validateIndex(int index, int bytesRequested) throws IOException {
            if (!isValidIndex(index, bytesRequested)) {
                throw new UnreadableMediaException("has damaged EXIF data");
            }
        }

        @Override
        protected boolean isValidIndex(int index, int bytesRequested) {
            return in.has(index, bytesRequested);
        }

        @Override
        public long getLength() {
            return in.size();
        }
    }
}
