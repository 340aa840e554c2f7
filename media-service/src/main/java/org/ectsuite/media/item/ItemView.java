package org.ectsuite.media.item;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.media.metadata.GeoPosition;
import org.ectsuite.media.metadata.MediaKind;
import org.jspecify.annotations.Nullable;

/**
 * An item as it is shown.
 *
 * @param folder relative to the library, empty at its top
 * @param size bytes
 * @param durationSeconds with milliseconds
 * @param width pixels as shown, after turning
 * @param height pixels as shown, after turning
 * @param orientation EXIF orientation of the stored picture and of its thumbnail, 1 to 8
 * @param position where a picture was taken; for NCS and ADMIN alone
 * @param fault why the file's own metadata could not be read; for ADMIN alone
 * @param sources of the values, {@code embedded}, {@code path} or {@code probe}; on a single item alone
 */
public record ItemView(
        UUID id,
        UUID libraryId,
        String libraryName,
        MediaKind kind,
        String title,
        String fileName,
        String folder,
        long size,
        String contentType,
        @Nullable Double durationSeconds,
        @Nullable Integer pages,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer orientation,
        @Nullable Instant recordedAt,
        List<String> callsigns,
        @Nullable String artist,
        @Nullable String album,
        @Nullable String description,
        boolean hasThumbnail,
        Instant addedAt,
        ItemStatus status,
        @Nullable GeoPosition position,
        @Nullable String fault,
        @Nullable Map<String, String> sources) {}
