package org.ectsuite.ectlog.station;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.Roles;

/** Suggestions while a callsign is typed. */
@Path("stations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.USER)
@Tag(name = "stations")
class StationResource {

    private final StationService stations;

    StationResource(StationService stations) {
        this.stations = stations;
    }

    @GET
    @Operation(
            operationId = "suggestStations",
            summary = "At most ten stations whose callsign holds the fragment, those heard last first")
    public Uni<List<StationView>> suggest(
            @QueryParam("q") @NotNull @Pattern(regexp = "[A-Za-z0-9/]{1,20}") String fragment) {
        return stations.suggest(fragment);
    }
}
