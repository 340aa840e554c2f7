package org.ectsuite.media.metadata;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the place of a file says.
 *
 * @param title never empty
 * @param artist the net control station
 * @param album the net or the course
 * @param callsigns stations named, in capitals, in the order of their appearance
 */
public record PathFacts(
        String title,
        @Nullable String artist,
        @Nullable String album,
        @Nullable Instant recordedAt,
        List<String> callsigns) {}
