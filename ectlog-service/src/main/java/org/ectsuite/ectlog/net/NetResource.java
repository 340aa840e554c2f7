package org.ectsuite.ectlog.net;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.ectlog.ids.Ids;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.page.PageLimit;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.version.Versions;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Nets: everybody sees them; who leads them manages them. */
@Path("nets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.USER)
@Tag(name = "nets")
class NetResource {

    private final NetService nets;
    private final CurrentCaller caller;

    NetResource(NetService nets, CurrentCaller caller) {
        this.nets = nets;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listNets", summary = "Nets, newest first")
    public Uni<Page<NetView>> list(
            @QueryParam("status")
                    @Parameter(description = "States to show, separated by commas; all if absent")
                    @Pattern(regexp = "[A-Z,]{1,100}") @Nullable String status,
            @QueryParam("limit") @DefaultValue(PageLimit.DEFAULT_VALUE) @Min(1) @Max(PageLimit.MAX) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return nets.list(statuses(status), limit, cursor == null ? null : Ids.ofCursor(cursor), caller.get());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.NCS)
    @ResponseStatus(201)
    @Operation(operationId = "createNet", summary = "Create a net as a draft; the caller becomes its owner and NCS")
    public Uni<RestResponse<NetView>> create(
            @NotNull @Valid NetRequest request, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return nets.create(request, idempotencyKey, caller.get())
                .map(net -> RestResponse.ResponseBuilder.<NetView>created(URI.create("nets/" + net.id()))
                        .entity(net)
                        .header("ETag", Versions.etag(net.version()))
                        .build());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getNet", summary = "One net")
    public Uni<RestResponse<NetView>> get(UUID id) {
        return nets.get(id, caller.get()).map(NetResource::tagged);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "updateNet", summary = "Change the settings of a net that is not closed")
    public Uni<RestResponse<NetView>> update(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid NetRequest request) {
        return nets.update(id, Versions.required(ifMatch), request, caller.get())
                .map(NetResource::tagged);
    }

    @DELETE
    @Path("{id}")
    @APIResponse(responseCode = "204", description = "Deleted")
    @Operation(operationId = "deleteNet", summary = "Delete a draft")
    public Uni<Void> delete(UUID id) {
        return nets.delete(id, caller.get());
    }

    @POST
    @Path("{id}/schedule")
    @Operation(operationId = "scheduleNet", summary = "Announce a draft that has a start time")
    public Uni<RestResponse<NetView>> schedule(UUID id) {
        return step(id, NetStep.SCHEDULE);
    }

    @POST
    @Path("{id}/lobby")
    @Operation(operationId = "openLobby", summary = "Open check-ins and chat before the net begins")
    public Uni<RestResponse<NetView>> lobby(UUID id) {
        return step(id, NetStep.OPEN_LOBBY);
    }

    @POST
    @Path("{id}/start")
    @Operation(operationId = "startNet", summary = "Go on the air")
    public Uni<RestResponse<NetView>> start(UUID id) {
        return step(id, NetStep.START);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(operationId = "cancelNet", summary = "Call off a net that was announced; who follows it is told by mail")
    public Uni<RestResponse<NetView>> cancel(UUID id) {
        return step(id, NetStep.CANCEL);
    }

    @POST
    @Path("{id}/archive")
    @Operation(operationId = "archiveNet", summary = "Put a closed net away")
    public Uni<RestResponse<NetView>> archive(UUID id) {
        return step(id, NetStep.ARCHIVE);
    }

    @POST
    @Path("{id}/unarchive")
    @Operation(operationId = "unarchiveNet", summary = "Take a net out of the archive; it stays closed")
    public Uni<RestResponse<NetView>> unarchive(UUID id) {
        return step(id, NetStep.UNARCHIVE);
    }

    @PUT
    @Path("{id}/roles/{userId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "grantRole", summary = "Give somebody a role in the net, in place of the one held")
    public Uni<RestResponse<NetView>> grant(UUID id, UUID userId, @NotNull @Valid RoleRequest request) {
        return nets.grant(id, userId, request, caller.get()).map(NetResource::tagged);
    }

    @DELETE
    @Path("{id}/roles/{userId}")
    @Operation(operationId = "revokeRole", summary = "Take somebody's role in the net away")
    public Uni<RestResponse<NetView>> revoke(UUID id, UUID userId) {
        return nets.revoke(id, userId, caller.get()).map(NetResource::tagged);
    }

    @PUT
    @Path("{id}/subscription")
    @APIResponse(responseCode = "204", description = "Subscribed")
    @Operation(operationId = "subscribe", summary = "Follow the net: have its news and its log sent to oneself")
    public Uni<Void> subscribe(UUID id) {
        return nets.subscribe(id, caller.get());
    }

    @DELETE
    @Path("{id}/subscription")
    @APIResponse(responseCode = "204", description = "Not subscribed")
    @Operation(operationId = "unsubscribe", summary = "Do not follow the net any more")
    public Uni<Void> unsubscribe(UUID id) {
        return nets.unsubscribe(id, caller.get());
    }

    private Uni<RestResponse<NetView>> step(UUID id, NetStep step) {
        return nets.step(id, step, caller.get()).map(NetResource::tagged);
    }

    private static RestResponse<NetView> tagged(NetView net) {
        return RestResponse.ResponseBuilder.ok(net)
                .header("ETag", Versions.etag(net.version()))
                .build();
    }

    private static Set<NetStatus> statuses(@Nullable String list) {
        if (list == null) {
            return EnumSet.allOf(NetStatus.class);
        }
        EnumSet<NetStatus> statuses = EnumSet.noneOf(NetStatus.class);
        for (String name : list.split(",", -1)) {
            statuses.add(Arrays.stream(NetStatus.values())
                    .filter(status -> status.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.invalid("status", "is not a list of states of a net")));
        }
        return statuses;
    }
}
