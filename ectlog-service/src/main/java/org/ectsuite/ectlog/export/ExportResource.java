package org.ectsuite.ectlog.export;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.ectlog.operator.Operator;
import org.ectsuite.ectlog.text.Zones;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.problem.ProblemException;

/** A net's log as files to keep, print and hand on. */
@Path("nets/{netId}/export")
@RolesAllowed(Roles.USER)
@Tag(name = "exports")
class ExportResource {

    private static final String UTC = "Etc/UTC";

    private final Export export;
    private final CurrentCaller caller;

    ExportResource(Export export, CurrentCaller caller) {
        this.export = export;
        this.caller = caller;
    }

    @GET
    @Path("csv")
    @Operation(operationId = "exportCsv", summary = "The log as a table for spreadsheets")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Uni<Response> csv(
            UUID netId, @QueryParam("zone") @DefaultValue(UTC) @Size(max = Zones.MAX_LENGTH) String zone) {
        return export.csv(netId, zone(zone)).map(ExportResource::download);
    }

    @GET
    @Path("ics309")
    @Operation(operationId = "exportIcs309", summary = "The log as ICS-309, as text to send or as a page to print")
    @APIResponse(
            responseCode = "200",
            description = "The form",
            content = {
                @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<Response> ics309(
            UUID netId,
            @QueryParam("zone") @DefaultValue(UTC) @Size(max = Zones.MAX_LENGTH) String zone,
            @QueryParam("format") @DefaultValue("txt") @Pattern(regexp = "txt|html") String format) {
        Operator operator = Operator.of(caller.get());
        return format.equals("txt")
                ? export.ics309(netId, zone(zone), operator).map(ExportResource::download)
                : export.ics309Form(netId, zone(zone), operator)
                        .chain(form -> Ics309Page.of(form).createUni())
                        .map(page -> Response.ok(page)
                                .header("Content-Type", Ics309Page.MEDIA_TYPE)
                                .header("Content-Security-Policy", Ics309Page.POLICY)
                                .build());
    }

    private static ZoneId zone(String name) {
        return Zones.find(name)
                .orElseThrow(() -> ProblemException.invalid("zone", "is not the IANA name of a time zone"));
    }

    private static Response download(LogFile file) {
        return Response.ok(file.text())
                .header("Content-Type", file.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                .build();
    }
}
