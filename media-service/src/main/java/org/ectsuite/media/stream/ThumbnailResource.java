package org.ectsuite.media.stream;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.media.item.ItemService;
import org.ectsuite.webedge.limit.Uncounted;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** The small picture that a camera put into the file, out of the catalogue; access is that of the content. */
@Path("/items/{id}/thumbnail")
@Tag(name = "Content")
public class ThumbnailResource {

    private static final int MAX_TICKET = 2_048;

    private final StreamAccess access;
    private final ItemService items;

    ThumbnailResource(StreamAccess access, ItemService items) {
        this.access = access;
        this.items = items;
    }

    @GET
    @PermitAll
    @Uncounted
    @SecurityRequirement(name = "bearer")
    @Operation(summary = "The thumbnail of an item that has one; turned as the item's orientation says")
    @APIResponse(
            responseCode = "200",
            description = "The thumbnail",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The client has it")
    @APIResponse(responseCode = "401", description = "Neither token nor ticket is valid")
    @APIResponse(responseCode = "404", description = "There is no such item, or it has no thumbnail")
    public Uni<RestResponse<byte[]>> get(
            @RestPath UUID id,
            @RestQuery @Size(max = MAX_TICKET) @Nullable String ticket,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return access.caller(id, ticket)
                .chain(caller -> items.thumbnail(caller.roles(), id))
                .map(thumbnail -> {
                    Validators validators = Validators.of(thumbnail.bytes());
                    boolean known =
                            validators.evaluate(null, null, ifNoneMatch, null) == Validators.Outcome.NOT_MODIFIED;
                    ResponseBuilder<byte[]> response =
                            known ? ResponseBuilder.create(Status.NOT_MODIFIED) : ResponseBuilder.ok(thumbnail.bytes());
                    return response.header(HttpHeaders.ETAG, validators.entityTag())
                            .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                            .header(HttpHeaders.CONTENT_TYPE, thumbnail.contentType())
                            .build();
                });
    }
}
