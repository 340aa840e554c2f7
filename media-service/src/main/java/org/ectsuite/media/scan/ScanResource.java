package org.ectsuite.media.scan;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.page.PageLimit;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Scans by their id. */
@Path("/scans/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scans")
public class ScanResource {

    private final ScanService scans;

    ScanResource(ScanService scans) {
        this.scans = scans;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "How far a scan has come")
    public Uni<ScanView> get(@RestPath UUID id) {
        return scans.get(id);
    }

    @GET
    @Path("/errors")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Files and folders that a scan could not read")
    public Uni<Page<ScanErrorView>> errors(
            @RestPath UUID id,
            @RestQuery @Min(1) @Max(PageLimit.MAX) @DefaultValue(PageLimit.DEFAULT_VALUE) int limit,
            @RestQuery @Nullable String cursor) {
        return scans.errors(id, limit, cursor);
    }
}
