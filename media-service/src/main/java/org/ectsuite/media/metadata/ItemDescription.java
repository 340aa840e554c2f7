package org.ectsuite.media.metadata;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one file, each value with its origin. An embedded tag goes before the path, and the path before
 * what programs leave behind by themselves.
 *
 * @param width pixels as shown, after turning
 * @param height pixels as shown, after turning
 * @param origins of the values that are there
 */
public record ItemDescription(
        MediaKind kind,
        String contentType,
        String title,
        @Nullable String artist,
        @Nullable String album,
        @Nullable String description,
        @Nullable Instant recordedAt,
        @Nullable Duration duration,
        @Nullable Integer pages,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer orientation,
        @Nullable GeoPosition position,
        @Nullable Thumbnail thumbnail,
        List<String> callsigns,
        Map<Field, Origin> origins) {

    /** A value that has an origin. */
    public enum Field {
        TITLE("title"),
        ARTIST("artist"),
        ALBUM("album"),
        DESCRIPTION("description"),
        RECORDED_AT("recordedAt"),
        DURATION("durationSeconds"),
        PAGES("pages"),
        SIZE("dimensions"),
        POSITION("position"),
        CALLSIGNS("callsigns");

        private final String wireName;

        Field(String wireName) {
            this.wireName = wireName;
        }

        /** The name under which the value goes over the wire. */
        public String wireName() {
            return wireName;
        }
    }

    private static final int MAX_CALLSIGNS = 20;

    /** Unites what the name and the content of a file say. */
    public static ItemDescription of(MediaFormat format, PathFacts path, EmbeddedMetadata embedded) {
        Map<Field, Origin> origins = new EnumMap<>(Field.class);
        String ownTitle = meaningful(embedded.title());
        String title = ownTitle == null ? path.title() : ownTitle;
        origins.put(Field.TITLE, ownTitle == null ? Origin.PATH : Origin.EMBEDDED);

        String artist = pick(Field.ARTIST, embedded.artist(), path.artist(), null, origins);
        String album = pick(Field.ALBUM, embedded.album(), path.album(), null, origins);
        String description = pick(Field.DESCRIPTION, embedded.description(), null, null, origins);
        Instant recordedAt =
                pick(Field.RECORDED_AT, embedded.recordedAt(), path.recordedAt(), embedded.createdAt(), origins);
        note(Field.DURATION, embedded.duration(), origins);
        note(Field.PAGES, embedded.pages(), origins);
        note(Field.SIZE, embedded.width(), origins);
        if (embedded.position() != null) {
            origins.put(Field.POSITION, Origin.EMBEDDED);
        }

        Set<String> callsigns = new LinkedHashSet<>(path.callsigns());
        for (String text : new String[] {ownTitle, embedded.artist()}) {
            if (text != null) {
                callsigns.addAll(Callsigns.in(text));
            }
        }
        if (!callsigns.isEmpty()) {
            origins.put(Field.CALLSIGNS, path.callsigns().isEmpty() ? Origin.EMBEDDED : Origin.PATH);
        }

        MediaKind kind = format.kind(embedded);
        boolean turned = embedded.orientation() != null && embedded.orientation() >= 5;
        return new ItemDescription(
                kind,
                format.contentType(kind),
                title,
                artist,
                album,
                description,
                recordedAt,
                embedded.duration(),
                embedded.pages(),
                turned ? embedded.height() : embedded.width(),
                turned ? embedded.width() : embedded.height(),
                embedded.orientation(),
                embedded.position(),
                embedded.thumbnail(),
                new ArrayList<>(callsigns).subList(0, Math.min(callsigns.size(), MAX_CALLSIGNS)),
                origins);
    }

    private static @Nullable String meaningful(@Nullable String title) {
        if (title == null) {
            return null;
        }
        // What word processors put there unasked.
        String own = title.replaceFirst("^Microsoft (Word|Excel|PowerPoint) - ", "");
        return own.isBlank() || own.equalsIgnoreCase("untitled") || own.matches("(?i)document\\d*") ? null : own;
    }

    private static <T> @Nullable T pick(
            Field field, @Nullable T embedded, @Nullable T path, @Nullable T probed, Map<Field, Origin> origins) {
        if (embedded != null) {
            origins.put(field, Origin.EMBEDDED);
            return embedded;
        }
        if (path != null) {
            origins.put(field, Origin.PATH);
            return path;
        }
        note(field, probed, origins);
        return probed;
    }

    private static void note(Field field, @Nullable Object probed, Map<Field, Origin> origins) {
        if (probed != null) {
            origins.put(field, Origin.PROBE);
        }
    }
}
