package org.ectsuite.auth.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people may say of themselves; what is missing among callsigns and location is taken away.
 *
 * @param gmrsCallsign of the form {@code WRAB123} or {@code KAE1234}
 * @param earlierCallsigns at most ten
 */
public record ProfileRequest(
        @NotNull @Size(max = Profile.NAME_LENGTH) String name,
        @Nullable @Size(max = Callsigns.LENGTH) String callsign,
        @Nullable @Size(max = Callsigns.GMRS_LENGTH) String gmrsCallsign,

        @Nullable @Size(max = Callsigns.MOST_EARLIER) List<@NotNull @Size(max = Callsigns.LENGTH) String> earlierCallsigns,

        @NotNull @Size(min = 1, max = Profile.ZONE_LENGTH) String zone,
        @NotNull @Size(min = 1, max = Profile.LOCALE_LENGTH) String locale,
        @Nullable @Valid LocationRequest location) {}
