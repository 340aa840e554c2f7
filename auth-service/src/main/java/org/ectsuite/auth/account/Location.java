package org.ectsuite.auth.account;

import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is at home or on duty. Its owner and administrators see it, nobody else: neither other people nor services,
 * tokens or the audit trail.
 *
 * @param place in free words, at most 200 characters
 * @param grid a Maidenhead locator of 4, 6, 8 or 10 characters in its usual form: {@code FN31pr}
 * @param latitude degrees north, -90 to 90, to four decimals (some ten metres); never besides a grid
 * @param longitude degrees east, -180 to 180, to four decimals; there if and only if there is a latitude
 */
@Schema(name = "Location")
public record Location(
        @Nullable String place,
        @Nullable String grid,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    static final int PLACE_LENGTH = 200;
    static final int GRID_LENGTH = 10;
    static final double POLE = 90;
    static final double DATE_LINE = 180;

    /** Nothing known. */
    public static final Location NOWHERE = new Location(null, null, null, null);

    private static final double DECIMALS = 10_000;
    private static final Pattern GRID =
            Pattern.compile("[A-Ra-r]{2}[0-9]{2}(?:[A-Xa-x]{2}(?:[0-9]{2}(?:[A-Xa-x]{2})?)?)?");
    private static final int FIELD = 2;

    /** Reads what was typed; a {@link ProblemException} names the field that does not fit. Null if nothing is said. */
    static @Nullable Location of(
            @Nullable String place, @Nullable String grid, @Nullable Double latitude, @Nullable Double longitude) {
        if ((latitude == null) != (longitude == null)) {
            throw ProblemException.invalid(
                    latitude == null ? "location.latitude" : "location.longitude", "is missing beside the other one");
        }
        Location location = new Location(
                place(place),
                grid(grid),
                degrees("location.latitude", latitude, POLE),
                degrees("location.longitude", longitude, DATE_LINE));
        if (location.grid != null && location.latitude != null) {
            // Two that contradict one another would be worse than none.
            throw ProblemException.invalid("location.grid", "is not for a location that has coordinates");
        }
        return location.equals(NOWHERE) ? null : location;
    }

    private static @Nullable String place(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return Profile.printable("location.place", typed.strip());
    }

    private static @Nullable String grid(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String grid = typed.strip();
        if (!GRID.matcher(grid).matches()) {
            throw ProblemException.invalid("location.grid", "is not a Maidenhead locator like FN31 or FN31pr");
        }
        return grid.substring(0, FIELD).toUpperCase(Locale.ROOT)
                + grid.substring(FIELD).toLowerCase(Locale.ROOT);
    }

    private static @Nullable Double degrees(String field, @Nullable Double typed, double most) {
        if (typed == null) {
            return null;
        }
        // Not a number is neither.
        if (!(Math.abs(typed) <= most)) {
            throw ProblemException.invalid(field, "must be from -%.0f to %.0f degrees".formatted(most, most));
        }
        return Math.round(typed * DECIMALS) / DECIMALS;
    }
}
