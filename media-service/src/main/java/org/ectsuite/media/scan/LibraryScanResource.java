package org.ectsuite.media.scan;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Scans of one library. */
@Path("/libraries/{id}/scans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scans")
public class LibraryScanResource {

    private final ScanService scans;

    LibraryScanResource(ScanService scans) {
        this.scans = scans;
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @ResponseStatus(202)
    @Operation(summary = "Asks for a scan; when one waits already, that is the answer")
    @APIResponse(
            responseCode = "202",
            description = "The scan waits or runs",
            content = @Content(schema = @Schema(implementation = ScanView.class)))
    @APIResponse(responseCode = "404", description = "There is no such library")
    public Uni<ScanView> request(@RestPath UUID id) {
        return scans.request(id);
    }
}
