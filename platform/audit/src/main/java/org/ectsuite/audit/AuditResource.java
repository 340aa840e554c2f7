package org.ectsuite.audit;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.page.PageLimit;
import org.ectsuite.webedge.table.CsvText;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** The audit trail for administrators: reading, exporting and verifying. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
public class AuditResource {

    private final AuditReader reader;
    private final AuditVerifier verifier;

    AuditResource(AuditReader reader, AuditVerifier verifier) {
        this.reader = reader;
        this.verifier = verifier;
    }

    /** Events that fit all given filters, newest first. */
    @GET
    public Uni<Page<AuditEventView>> list(
            @Valid @BeanParam AuditQuery query,
            @QueryParam("limit") @DefaultValue(PageLimit.DEFAULT_VALUE) @Min(1) @Max(PageLimit.MAX) int limit) {
        return reader.page(query.filter(), limit);
    }

    /** All events that fit, newest first, as a table for spreadsheets. */
    @GET
    @Path("/export")
    @Produces(CsvText.MEDIA_TYPE)
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public RestMulti<String> export(@Valid @BeanParam AuditQuery query) {
        // Filters that make no sense are refused here, while there still is a status to tell it with.
        query.filter();
        Multi<String> rows = reader.all(query).map(page -> AuditTable.rows(page.items()));
        return RestMulti.fromMultiData(Multi.createBy()
                        .concatenating()
                        .streams(Multi.createFrom().item(AuditTable.head()), rows))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** Compares the trail with its seals; {@code anchor} is the one of an earlier report that was kept elsewhere. */
    @GET
    @Path("/verification")
    public Uni<VerificationReport> verify(@QueryParam("anchor") @Size(max = 100) @Nullable String anchor) {
        return verifier.verify(anchor);
    }
}
