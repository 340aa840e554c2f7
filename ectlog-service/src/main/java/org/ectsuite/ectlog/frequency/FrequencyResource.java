package org.ectsuite.ectlog.frequency;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.page.PageLimit;
import org.ectsuite.webedge.version.Versions;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The library of frequencies: everybody reads it, those who lead nets keep it. */
@Path("frequencies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.USER)
@Tag(name = "frequencies")
class FrequencyResource {

    private final FrequencyService library;

    FrequencyResource(FrequencyService library) {
        this.library = library;
    }

    @GET
    @Operation(operationId = "listFrequencies", summary = "The library, newest entries first")
    public Uni<Page<FrequencyView>> list(
            @QueryParam("limit") @DefaultValue(PageLimit.DEFAULT_VALUE) @Min(1) @Max(PageLimit.MAX) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return library.list(limit, cursor);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getFrequency", summary = "One entry")
    public Uni<RestResponse<FrequencyView>> get(UUID id) {
        return library.get(id).map(FrequencyResource::tagged);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.NCS)
    @ResponseStatus(201)
    @Operation(operationId = "addFrequency", summary = "Add an entry")
    public Uni<RestResponse<FrequencyView>> add(@NotNull @Valid FrequencyRequest request) {
        return library.add(request)
                .map(view -> RestResponse.ResponseBuilder.<FrequencyView>created(URI.create("frequencies/" + view.id()))
                        .entity(view)
                        .header("ETag", Versions.etag(view.version()))
                        .build());
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.NCS)
    @Operation(operationId = "changeFrequency", summary = "Change an entry; nets that chose it keep what they chose")
    public Uni<RestResponse<FrequencyView>> change(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid FrequencyRequest request) {
        return library.change(id, Versions.required(ifMatch), request).map(FrequencyResource::tagged);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.NCS)
    @APIResponse(responseCode = "204", description = "Removed")
    @Operation(operationId = "removeFrequency", summary = "Remove an entry; nets that chose it keep what they chose")
    public Uni<Void> remove(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return library.remove(id, Versions.required(ifMatch));
    }

    private static RestResponse<FrequencyView> tagged(FrequencyView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", Versions.etag(view.version()))
                .build();
    }
}
