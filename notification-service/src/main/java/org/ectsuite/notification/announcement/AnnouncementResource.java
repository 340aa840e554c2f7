package org.ectsuite.notification.announcement;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.page.Cursor;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.page.PageLimit;
import org.ectsuite.webedge.problem.ProblemException;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Messages of administrators, in their own words, to everybody or to those with a role. */
@Path("/announcements")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "announcements")
class AnnouncementResource {

    private final AnnouncementService service;
    private final CurrentCaller caller;

    AnnouncementResource(AnnouncementService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listAnnouncements", summary = "Announcements and how far they have come, newest first")
    public Uni<Page<AnnouncementView>> list(
            @QueryParam("limit") @DefaultValue(PageLimit.DEFAULT_VALUE) @Min(1) @Max(PageLimit.MAX) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return service.list(before(cursor), limit);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAnnouncement", summary = "An announcement and how far it has come")
    public Uni<AnnouncementView> get(@PathParam("id") UUID id) {
        return service.get(id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "makeAnnouncement",
            summary = "Write to a group",
            description =
                    "Whoever is a member at this moment gets a mail, unless they have switched announcements off.")
    public Uni<AnnouncementView> make(
            @NotNull @Valid AnnouncementRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return service.make(request, idempotencyKey, caller.get());
    }

    @POST
    @Path("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "previewAnnouncement",
            summary = "What an announcement would say, and to how many",
            description = "Sends and stores nothing.")
    public Uni<AnnouncementPreview> preview(@NotNull @Valid AnnouncementRequest request) {
        return service.preview(request, caller.get());
    }

    private static @Nullable UUID before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not a cursor of this list");
        }
    }
}
