package org.ectsuite.notification.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.notification.message.Lane;
import org.ectsuite.tokensecurity.Roles;

/** The lanes of the queue: whether the relay takes mail, and how much of it waits. */
@Path("/lanes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "lanes")
class LaneResource {

    private final LaneBook lanes;

    LaneResource(LaneBook lanes) {
        this.lanes = lanes;
    }

    @GET
    @Operation(summary = "How the lanes stand")
    public Uni<List<LaneView>> list() {
        return lanes.list();
    }

    @POST
    @Path("/{lane}/open")
    @Operation(summary = "Try the relay again now", description = "Ends the pause; all due messages go ahead.")
    public Uni<List<LaneView>> open(@PathParam("lane") Lane lane) {
        return lanes.reopen(lane).chain(() -> lanes.list());
    }
}
