package org.ectsuite.ectlog.checkin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.ectlog.station.Callsign;
import org.ectsuite.ectlog.text.TextRules;
import org.jspecify.annotations.Nullable;

/**
 * A station that checks in. Only the callsign is needed: name and location of a known station are filled in.
 *
 * @param callsign the call; lower case and blanks around it are forgiven
 * @param tactical whether it is a position or function rather than a callsign
 * @param name the operator's name
 * @param location where the station is
 * @param status what the station is doing; CHECKED_IN if absent
 * @param frequencyId the net's frequency on which it was heard; the only one of the net if absent
 * @param relayedBy the callsign of the station that relayed it
 * @param notes anything worth noting
 * @param weather what it reported of the weather
 * @param power how it is powered
 * @param customFields what the team notes of its own accord
 */
@Schema(name = "CheckInRequest")
record CheckInRequest(
        @NotNull @Pattern(regexp = Callsign.INPUT, message = CALLSIGN_MESSAGE) String callsign,

        @Schema(defaultValue = "false") @Nullable Boolean tactical,

        @Size(max = TextRules.NAME) @Pattern(regexp = TextRules.LINE, message = TextRules.LINE_MESSAGE) @Nullable String name,

        @Size(max = TextRules.LOCATION) @Pattern(regexp = TextRules.LINE, message = TextRules.LINE_MESSAGE) @Nullable String location,

        @Schema(defaultValue = "CHECKED_IN") @Nullable StationStatus status,

        @Nullable UUID frequencyId,

        @Pattern(regexp = Callsign.INPUT, message = CALLSIGN_MESSAGE) @Nullable String relayedBy,

        @Size(max = TextRules.NOTE) @Pattern(regexp = TextRules.LINES, message = TextRules.LINES_MESSAGE) @Nullable String notes,

        @Size(max = TextRules.NOTE) @Pattern(regexp = TextRules.LINES, message = TextRules.LINES_MESSAGE) @Nullable String weather,

        @Size(max = POWER) @Pattern(regexp = TextRules.LINE, message = TextRules.LINE_MESSAGE) @Nullable String power,

        @Size(max = CustomFields.MAX) @Nullable Map<
                        @Pattern(regexp = CustomFields.NAME, message = "is not a name for a field") String,
                        @NotNull @Size(max = TextRules.MESSAGE) @Pattern(regexp = TextRules.LINES, message = TextRules.LINES_MESSAGE) String>
                customFields) {

    static final String CALLSIGN_MESSAGE = "must be 1 to 20 of A-Z, 0-9 and /";

    /** The longest description of a power supply. */
    static final int POWER = 100;

    boolean tacticalOrDefault() {
        return tactical != null && tactical;
    }
}
