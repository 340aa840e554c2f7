package org.ectsuite.notification.push;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.version.Versions;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The shared targets, kept by administrators. Written out beside {@link OwnPushTargetResource}: a role that a subclass names does not
 * guard the methods that it inherits.
 */
@Path("/push-targets")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "push-targets")
class SharedPushTargetResource {

    private final PushTargetService service;
    private final PushSender sender;

    SharedPushTargetResource(PushTargetService service, PushSender sender) {
        this.service = service;
        this.sender = sender;
    }

    @GET
    @Operation(summary = "List the shared targets", description = "Oldest first, with what can be chosen for them.")
    public Uni<PushTargetList> list() {
        return service.list(keeper());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of the shared targets")
    public Uni<RestResponse<PushTargetView>> get(@PathParam("id") UUID id) {
        return service.get(keeper(), id).map(SharedPushTargetResource::tagged);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            summary = "Add a target",
            description = "The secret that messages to a webhook are signed with is told in this answer alone.")
    public Uni<IssuedTarget> add(@NotNull @Valid PushTargetRequest request) {
        return service.add(keeper(), request);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change a target", description = "Switching it on forgets its failures.")
    public Uni<RestResponse<PushTargetView>> change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PushTargetChange change) {
        return service.change(keeper(), id, Versions.required(ifMatch), change).map(SharedPushTargetResource::tagged);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a target", description = "What is still to be sent to it is not sent.")
    public Uni<Void> remove(@PathParam("id") UUID id) {
        return service.remove(keeper(), id);
    }

    @POST
    @Path("/{id}/secret")
    @Operation(summary = "Make a new secret for a webhook", description = "The one before signs nothing any more.")
    public Uni<IssuedTarget> renewSecret(@PathParam("id") UUID id) {
        return service.renewSecret(keeper(), id);
    }

    @POST
    @Path("/{id}/test")
    @Operation(
            summary = "Send a test message",
            description = "At once and once, also to a target that is switched off; nothing changes.")
    public Uni<PushTrial> test(@PathParam("id") UUID id) {
        return service.toBeTried(keeper(), id)
                .chain(target -> sender.send(target, sender.test()))
                .map(outcome -> new PushTrial(outcome instanceof PushOutcome.Delivered, outcome.words()));
    }

    private static TargetKeeper keeper() {
        return TargetKeeper.SHARED;
    }

    private static RestResponse<PushTargetView> tagged(PushTargetView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, Versions.etag(view.version()))
                .build();
    }
}
