package org.ectsuite.ectlog.station;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A station that was heard before.
 *
 * @param callsign the call as it was logged
 * @param name the operator's name as last given
 * @param location the location as last given
 * @param lastHeardAt when it checked in last, in whatever net
 */
@Schema(name = "Station")
record StationView(
        String callsign, @Nullable String name, @Nullable String location, Instant lastHeardAt) {}
