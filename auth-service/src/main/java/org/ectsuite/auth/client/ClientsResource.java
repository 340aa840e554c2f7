package org.ectsuite.auth.client;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.page.Cursor;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.page.PageLimit;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.version.Versions;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The registered clients, for administrators. */
@Path("/admin/clients")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clients")
class ClientsResource {

    private static final int CURSOR_LENGTH = 200;
    private static final String HOME = "/auth/admin/clients/";

    private final ClientRegistry registry;

    ClientsResource(ClientRegistry registry) {
        this.registry = registry;
    }

    @GET
    @Operation(operationId = "listClients", summary = "Registered clients, newest first")
    public Uni<Page<RegisteredClient>> list(
            @QueryParam("limit") @DefaultValue(PageLimit.DEFAULT_VALUE) @Min(1) @Max(PageLimit.MAX) int limit,
            @QueryParam("cursor") @Size(max = CURSOR_LENGTH) @Nullable String cursor) {
        return registry.list(before(cursor), limit)
                .map(found -> Page.of(found, limit, client -> Cursor.encode(client.id()), client -> client));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createClient", summary = "Registers a client; its secret is shown this once")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = RegisteredClient.WithSecret.class)))
    public Uni<RestResponse<RegisteredClient.WithSecret>> create(@NotNull @Valid ClientRequest request) {
        return registry.create(request.metadata())
                .map(created -> RestResponse.ResponseBuilder.<RegisteredClient.WithSecret>created(
                                URI.create(HOME + created.client().id()))
                        .entity(created)
                        .header(HttpHeaders.ETAG, Versions.etag(created.client().version()))
                        .build());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getClient", summary = "One registered client; the ETag is its version")
    public Uni<RestResponse<RegisteredClient>> get(UUID id) {
        return registry.get(id)
                .map(client -> RestResponse.ResponseBuilder.ok(client)
                        .header(HttpHeaders.ETAG, Versions.etag(client.version()))
                        .build());
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putClient", summary = "Changes a client; a secret is shown if it gets its first")
    public Uni<RestResponse<RegisteredClient.WithSecret>> put(
            UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ClientRequest request) {
        return registry.write(id, Versions.required(ifMatch), request.metadata())
                .map(ClientsResource::answer);
    }

    @POST
    @Path("/{id}/secret")
    @Operation(operationId = "rotateClientSecret", summary = "Gives a client a new secret in place of the old one")
    public Uni<RestResponse<RegisteredClient.WithSecret>> rotateSecret(UUID id) {
        return registry.rotateSecret(id).map(ClientsResource::answer);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteClient", summary = "Forgets a client and ends everything it was given")
    @APIResponse(responseCode = "204", description = "The client is gone")
    public Uni<RestResponse<Void>> delete(UUID id) {
        return registry.delete(id).replaceWith(RestResponse::noContent);
    }

    private static RestResponse<RegisteredClient.WithSecret> answer(RegisteredClient.WithSecret changed) {
        return RestResponse.ResponseBuilder.ok(changed)
                .header(HttpHeaders.ETAG, Versions.etag(changed.client().version()))
                .build();
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
