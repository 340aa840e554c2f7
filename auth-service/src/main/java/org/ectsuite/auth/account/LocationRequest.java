package org.ectsuite.auth.account;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where people say they are: in words, by a Maidenhead locator or by coordinates in degrees, never by both of these. */
record LocationRequest(
        @Nullable @Size(max = Location.PLACE_LENGTH) String place,
        @Nullable @Size(max = Location.GRID_LENGTH) String grid,
        @Nullable @Schema(minimum = "-90", maximum = "90") Double latitude,
        @Nullable @Schema(minimum = "-180", maximum = "180") Double longitude) {

    @Nullable Location read() {
        return Location.of(place, grid, latitude, longitude);
    }
}
