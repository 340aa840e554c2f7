package org.ectsuite.media.metadata;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reader found in one file; absent values are null. Title, artist, album, description and time are tags that
 * somebody wrote; duration, pages, size and orientation are measured from the structure.
 *
 * @param recordedAt the time that a tag states
 * @param createdAt the time that a program noted when it wrote the file, which may have been a copy
 * @param width pixels as stored, before turning
 * @param height pixels as stored, before turning
 * @param orientation EXIF orientation, 1 to 8
 * @param hasPicture whether a film container has a picture track
 */
public record EmbeddedMetadata(
        @Nullable String title,
        @Nullable String artist,
        @Nullable String album,
        @Nullable String description,
        @Nullable Instant recordedAt,
        @Nullable Instant createdAt,
        @Nullable Duration duration,
        @Nullable Integer pages,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer orientation,
        @Nullable GeoPosition position,
        @Nullable Boolean hasPicture,
        @Nullable Thumbnail thumbnail) {

    /** A file that says nothing. */
    public static final EmbeddedMetadata NONE = new Builder().build();

    static Builder builder() {
        return new Builder();
    }

    /** Collects values while a file is read; the first non-empty value of a kind wins. */
    static final class Builder {

        private static final int MAX_LINE = 300;
        private static final int MAX_TEXT = 4_000;
        // No pixel count or page count beyond these is a fact.
        private static final int MAX_PIXELS = 1_000_000;
        private static final int MAX_PAGES = 1_000_000;
        private static final Duration MAX_DURATION = Duration.ofDays(366);

        private @Nullable String title;
        private @Nullable String artist;
        private @Nullable String album;
        private @Nullable String description;
        private @Nullable Instant recordedAt;
        private @Nullable Instant createdAt;
        private @Nullable Duration duration;
        private @Nullable Integer pages;
        private @Nullable Integer width;
        private @Nullable Integer height;
        private @Nullable Integer orientation;
        private @Nullable GeoPosition position;
        private @Nullable Boolean hasPicture;
        private @Nullable Thumbnail thumbnail;

        private Builder() {}

        Builder title(@Nullable String value) {
            if (title == null) {
                title = PlainText.line(value, MAX_LINE);
            }
            return this;
        }

        Builder artist(@Nullable String value) {
            if (artist == null) {
                artist = PlainText.line(value, MAX_LINE);
            }
            return this;
        }

        Builder album(@Nullable String value) {
            if (album == null) {
                album = PlainText.line(value, MAX_LINE);
            }
            return this;
        }

        Builder description(@Nullable String value) {
            if (description == null) {
                description = PlainText.text(value, MAX_TEXT);
            }
            return this;
        }

        Builder recordedAt(@Nullable Instant value) {
            if (recordedAt == null && value != null && RecordedTime.isPlausible(value)) {
                recordedAt = value;
            }
            return this;
        }

        Builder createdAt(@Nullable Instant value) {
            if (createdAt == null && value != null && RecordedTime.isPlausible(value)) {
                createdAt = value;
            }
            return this;
        }

        Builder duration(@Nullable Duration value) {
            if (duration == null && value != null && value.isPositive() && value.compareTo(MAX_DURATION) <= 0) {
                duration = value;
            }
            return this;
        }

        /** A duration as a count of units: samples at a rate, ticks of a time scale. */
        Builder duration(long units, long unitsPerSecond) {
            if (units > 0 && unitsPerSecond > 0 && units / unitsPerSecond <= MAX_DURATION.toSeconds()) {
                long seconds = units / unitsPerSecond;
                // The remainder is below unitsPerSecond, which is 32 bits wide wherever it is read from a file.
                double fraction = (double) (units % unitsPerSecond) / unitsPerSecond;
                duration(Duration.ofSeconds(seconds, Math.round(fraction * 1e9)));
            }
            return this;
        }

        Builder pages(long value) {
            if (pages == null && value > 0 && value <= MAX_PAGES) {
                pages = (int) value;
            }
            return this;
        }

        Builder size(long newWidth, long newHeight) {
            if (width == null && newWidth > 0 && newWidth <= MAX_PIXELS && newHeight > 0 && newHeight <= MAX_PIXELS) {
                width = (int) newWidth;
                height = (int) newHeight;
            }
            return this;
        }

        Builder orientation(int value) {
            if (orientation == null && value >= 1 && value <= 8) {
                orientation = value;
            }
            return this;
        }

        Builder position(@Nullable GeoPosition value) {
            if (position == null && value != null && isPlausible(value)) {
                position = value;
            }
            return this;
        }

        /** Cameras without a fix like to write 0/0, which is none. */
        private static boolean isPlausible(GeoPosition place) {
            return Math.abs(place.latitude()) <= 90
                    && Math.abs(place.longitude()) <= 180
                    && (place.latitude() != 0 || place.longitude() != 0);
        }

        Builder hasPicture(boolean value) {
            hasPicture = value;
            return this;
        }

        Builder thumbnail(@Nullable Thumbnail value) {
            if (thumbnail == null) {
                thumbnail = value;
            }
            return this;
        }

        EmbeddedMetadata build() {
            return new EmbeddedMetadata(
                    title,
                    artist,
                    album,
                    description,
                    recordedAt,
                    createdAt,
                    duration,
                    pages,
                    width,
                    height,
                    orientation,
                    position,
                    hasPicture,
                    thumbnail);
        }
    }
}
