package org.ectsuite.ectlog.net;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.ectlog.text.TextRules;
import org.ectsuite.ectlog.text.Zones;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a net, all of them.
 *
 * @param name what the net is called
 * @param description what it is about
 * @param frequencyIds entries of the library, in the order in which they are shown
 * @param scheduledStart when it is to begin
 * @param zone IANA name of the time zone in which the start was meant
 * @param selfCheckIn whether stations may check themselves in; true if absent
 */
@Schema(name = "NetRequest")
record NetRequest(
        @NotNull @Size(min = 1, max = 200) @Pattern(regexp = TextRules.FILLED_LINE, message = TextRules.FILLED_LINE_MESSAGE) String name,

        @Size(max = TextRules.NOTE) @Pattern(regexp = TextRules.LINES, message = TextRules.LINES_MESSAGE) @Nullable String description,

        @Size(max = 50) @Nullable List<@NotNull UUID> frequencyIds,

        @Nullable Instant scheduledStart,

        @Size(max = Zones.MAX_LENGTH) @Nullable String zone,

        @Schema(defaultValue = "true") @Nullable Boolean selfCheckIn) {

    boolean selfCheckInOrDefault() {
        return selfCheckIn == null || selfCheckIn;
    }

    /** The chosen frequencies, each once, in order. */
    List<UUID> frequencies() {
        return frequencyIds == null
                ? List.of()
                : frequencyIds.stream().distinct().toList();
    }
}
