package org.ectsuite.notification.preference;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.version.Versions;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the caller wants to get by mail. */
@Path("/me/preferences")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "preferences")
class PreferenceResource {

    private final PreferenceService service;
    private final CurrentCaller caller;

    PreferenceResource(PreferenceService service, CurrentCaller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What I get by mail")
    public Uni<RestResponse<PreferenceView>> get() {
        return service.get(person()).map(PreferenceResource::tagged);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say what I want to get by mail")
    public Uni<RestResponse<PreferenceView>> change(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid PreferenceChange change) {
        return service.change(person(), Versions.required(ifMatch), change).map(PreferenceResource::tagged);
    }

    private UUID person() {
        return caller.get().requireUserId();
    }

    private static RestResponse<PreferenceView> tagged(PreferenceView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, Versions.etag(view.version()))
                .build();
    }
}
