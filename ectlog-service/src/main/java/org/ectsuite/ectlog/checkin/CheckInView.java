package org.ectsuite.ectlog.checkin;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.ectlog.operator.Operator;
import org.ectsuite.ectlog.station.Callsign;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log.
 *
 * @param id of the row
 * @param version for If-Match
 * @param netId the net
 * @param number the row's number in the log; stays, whatever happens to other rows
 * @param callsign the call as logged
 * @param base the personal call within it
 * @param prefix what stands before the base call
 * @param suffix what stands behind it
 * @param tactical whether it is a position or function rather than a callsign
 * @param name the operator's name
 * @param location where the station is, as given
 * @param status what the station is doing
 * @param frequencyId the net's frequency on which it was heard
 * @param relayedBy the callsign of the station that relayed it
 * @param notes anything worth noting
 * @param weather what it reported of the weather
 * @param power how it is powered
 * @param customFields what the team notes of its own accord
 * @param recheckOf the station's first row in this net, if this is not the first
 * @param userId the account behind the callsign, if one is known
 * @param loggedBy who logged it
 * @param checkedInAt when it was logged
 * @param checkedOutAt when it checked out
 * @param deleted whether the row was taken out of the log
 */
@Schema(name = "CheckIn")
public record CheckInView(
        UUID id,
        long version,
        UUID netId,
        int number,
        String callsign,
        String base,
        @Nullable String prefix,
        @Nullable String suffix,
        boolean tactical,
        @Nullable String name,
        @Nullable String location,
        StationStatus status,
        @Nullable UUID frequencyId,
        @Nullable String relayedBy,
        @Nullable String notes,
        @Nullable String weather,
        @Nullable String power,
        Map<String, String> customFields,
        @Nullable UUID recheckOf,
        @Nullable UUID userId,
        Operator loggedBy,
        Instant checkedInAt,
        @Nullable Instant checkedOutAt,
        boolean deleted) {

    /** The row as its next version. */
    CheckInView next(boolean nowDeleted) {
        return copy(version + 1, number, userId, nowDeleted);
    }

    /** The row with its number, which it has got only now. */
    CheckInView numbered(int given) {
        return copy(version, given, userId, deleted);
    }

    /** The row as that of an account. */
    CheckInView ofAccount(@Nullable UUID account) {
        return copy(version, number, account, deleted);
    }

    private CheckInView copy(long newVersion, int newNumber, @Nullable UUID newUserId, boolean nowDeleted) {
        return new CheckInView(
                id,
                newVersion,
                netId,
                newNumber,
                callsign,
                base,
                prefix,
                suffix,
                tactical,
                name,
                location,
                status,
                frequencyId,
                relayedBy,
                notes,
                weather,
                power,
                customFields,
                recheckOf,
                newUserId,
                loggedBy,
                checkedInAt,
                checkedOutAt,
                nowDeleted);
    }

    /** The call as it is read. */
    Callsign call() {
        return Callsign.parse(callsign, tactical)
                .orElseThrow(() -> new IllegalStateException("Row " + id + " holds no callsign"));
    }
}
