package org.ectsuite.ectlog.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.page.PageLimit;
import org.ectsuite.webedge.version.Versions;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The log of a net. */
@Path("nets/{netId}/check-ins")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.USER)
@Tag(name = "check-ins")
class CheckInResource {

    private final CheckInService log;
    private final CurrentCaller caller;

    CheckInResource(CheckInService log, CurrentCaller caller) {
        this.log = log;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listCheckIns", summary = "The rows of the log, oldest first")
    public Uni<Page<CheckInView>> list(
            UUID netId,
            @QueryParam("deleted") @DefaultValue("false") boolean deleted,
            @QueryParam("limit") @DefaultValue(PageLimit.DEFAULT_VALUE) @Min(1) @Max(PageLimit.MAX) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return log.list(netId, deleted, limit, cursor, caller.get());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(operationId = "checkIn", summary = "Log a station; a station that checked out is logged as a re-check")
    @APIResponse(
            responseCode = "409",
            description =
                    "already-checked-in: the members checkInId, loggedBy and loggedAt tell who logged it; or net-not-open")
    public Uni<RestResponse<CheckInView>> add(
            UUID netId,
            @NotNull @Valid CheckInRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return log.add(netId, request, idempotencyKey, caller.get())
                .map(row -> RestResponse.ResponseBuilder.<CheckInView>created(
                                URI.create("nets/" + netId + "/check-ins/" + row.id()))
                        .entity(row)
                        .header("ETag", Versions.etag(row.version()))
                        .build());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getCheckIn", summary = "One row, even if it is deleted")
    public Uni<RestResponse<CheckInView>> get(UUID netId, UUID id) {
        return log.get(netId, id).map(CheckInResource::tagged);
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(
            operationId = "changeCheckIn",
            summary = "Change some fields of a row; checking out is a change of status")
    public Uni<RestResponse<CheckInView>> change(
            UUID netId,
            UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid CheckInPatch patch) {
        return log.change(netId, id, Versions.required(ifMatch), patch, caller.get())
                .map(CheckInResource::tagged);
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteCheckIn", summary = "Take a row out of the log; it can be restored")
    public Uni<RestResponse<CheckInView>> delete(UUID netId, UUID id) {
        return log.delete(netId, id, caller.get()).map(CheckInResource::tagged);
    }

    @POST
    @Path("{id}/restore")
    @Operation(operationId = "restoreCheckIn", summary = "Put a deleted row back into the log")
    public Uni<RestResponse<CheckInView>> restore(UUID netId, UUID id) {
        return log.restore(netId, id, caller.get()).map(CheckInResource::tagged);
    }

    private static RestResponse<CheckInView> tagged(CheckInView row) {
        return RestResponse.ResponseBuilder.ok(row)
                .header("ETag", Versions.etag(row.version()))
                .build();
    }
}
