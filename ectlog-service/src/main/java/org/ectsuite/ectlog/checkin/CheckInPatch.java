package org.ectsuite.ectlog.checkin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.ectlog.station.Callsign;
import org.ectsuite.ectlog.text.TextRules;
import org.jspecify.annotations.Nullable;

/**
 * What to change in a row: a field that is absent stays as it is, null empties it. A class rather than a record, because only
 * setters tell an absent field from null.
 */
@Schema(name = "CheckInPatch", description = "What to change: an absent field stays as it is, null empties it")
final class CheckInPatch {

    /** The fields that can be changed. */
    enum Field {
        CALLSIGN,
        TACTICAL,
        NAME,
        LOCATION,
        STATUS,
        FREQUENCY_ID,
        RELAYED_BY,
        NOTES,
        WEATHER,
        POWER,
        CUSTOM_FIELDS
    }

    @Pattern(regexp = Callsign.INPUT, message = CheckInRequest.CALLSIGN_MESSAGE) private @Nullable String callsign;

    private @Nullable Boolean tactical;

    @Size(max = TextRules.NAME) @Pattern(regexp = TextRules.LINE, message = TextRules.LINE_MESSAGE) private @Nullable String name;

    @Size(max = TextRules.LOCATION) @Pattern(regexp = TextRules.LINE, message = TextRules.LINE_MESSAGE) private @Nullable String location;

    private @Nullable StationStatus status;

    private @Nullable UUID frequencyId;

    @Pattern(regexp = Callsign.INPUT, message = CheckInRequest.CALLSIGN_MESSAGE) private @Nullable String relayedBy;

    @Size(max = TextRules.NOTE) @Pattern(regexp = TextRules.LINES, message = TextRules.LINES_MESSAGE) private @Nullable String notes;

    @Size(max = TextRules.NOTE) @Pattern(regexp = TextRules.LINES, message = TextRules.LINES_MESSAGE) private @Nullable String weather;

    @Size(max = CheckInRequest.POWER) @Pattern(regexp = TextRules.LINE, message = TextRules.LINE_MESSAGE) private @Nullable String power;

    @Size(max = CustomFields.MAX) private @Nullable Map<
                    @Pattern(regexp = CustomFields.NAME, message = "is not a name for a field") String,
                    @NotNull @Size(max = TextRules.MESSAGE) @Pattern(regexp = TextRules.LINES, message = TextRules.LINES_MESSAGE) String>
            customFields;

    @JsonIgnore
    private final Set<Field> given = EnumSet.noneOf(Field.class);

    /** Whether the client sent the field, be it as null. */
    boolean has(Field field) {
        return given.contains(field);
    }

    /** Whether the client sent nothing. */
    @JsonIgnore
    boolean isNothing() {
        return given.isEmpty();
    }

    public @Nullable String getCallsign() {
        return callsign;
    }

    public void setCallsign(@Nullable String callsign) {
        this.callsign = callsign;
        given.add(Field.CALLSIGN);
    }

    public @Nullable Boolean getTactical() {
        return tactical;
    }

    public void setTactical(@Nullable Boolean tactical) {
        this.tactical = tactical;
        given.add(Field.TACTICAL);
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
        given.add(Field.NAME);
    }

    public @Nullable String getLocation() {
        return location;
    }

    public void setLocation(@Nullable String location) {
        this.location = location;
        given.add(Field.LOCATION);
    }

    public @Nullable StationStatus getStatus() {
        return status;
    }

    public void setStatus(@Nullable StationStatus status) {
        this.status = status;
        given.add(Field.STATUS);
    }

    public @Nullable UUID getFrequencyId() {
        return frequencyId;
    }

    public void setFrequencyId(@Nullable UUID frequencyId) {
        this.frequencyId = frequencyId;
        given.add(Field.FREQUENCY_ID);
    }

    public @Nullable String getRelayedBy() {
        return relayedBy;
    }

    public void setRelayedBy(@Nullable String relayedBy) {
        this.relayedBy = relayedBy;
        given.add(Field.RELAYED_BY);
    }

    public @Nullable String getNotes() {
        return notes;
    }

    public void setNotes(@Nullable String notes) {
        this.notes = notes;
        given.add(Field.NOTES);
    }

    public @Nullable String getWeather() {
        return weather;
    }

    public void setWeather(@Nullable String weather) {
        this.weather = weather;
        given.add(Field.WEATHER);
    }

    public @Nullable String getPower() {
        return power;
    }

    public void setPower(@Nullable String power) {
        this.power = power;
        given.add(Field.POWER);
    }

    public @Nullable Map<String, String> getCustomFields() {
        return customFields;
    }

    public void setCustomFields(@Nullable Map<String, String> customFields) {
        this.customFields = customFields;
        given.add(Field.CUSTOM_FIELDS);
    }
}
