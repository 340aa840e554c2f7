package org.ectsuite.auth.account;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What people may say of themselves; a missing callsign takes it away. */
public record ProfileRequest(
        @NotNull @Size(max = Profile.NAME_LENGTH) String name,
        @Nullable @Size(max = Profile.CALLSIGN_LENGTH) String callsign,
        @NotNull @Size(min = 1, max = Profile.ZONE_LENGTH) String zone,
        @NotNull @Size(min = 1, max = Profile.LOCALE_LENGTH) String locale) {}
