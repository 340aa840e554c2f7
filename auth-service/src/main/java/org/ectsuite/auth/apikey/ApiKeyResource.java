package org.ectsuite.auth.apikey;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.session.BrowserCaller;
import org.ectsuite.tokensecurity.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller's own API keys. A key cannot call this: {@link BrowserCaller} sees to that. */
@Path("/me/api-keys")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own account")
class ApiKeyResource {

    private final ApiKeyService keys;
    private final BrowserCaller caller;

    ApiKeyResource(ApiKeyService keys, BrowserCaller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listApiKeys", summary = "The caller's API keys, newest first")
    public Uni<OwnApiKeys> list() {
        return keys.list(caller.accountId());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createApiKey", summary = "Makes an API key; its secret is shown this once")
    @ResponseStatus(RestResponse.StatusCode.CREATED)
    @APIResponse(responseCode = "201", description = "The key with its secret, which cannot be shown again")
    public Uni<IssuedApiKey> create(@NotNull @Valid NewApiKey wanted) {
        return keys.create(caller.accountId(), wanted);
    }

    @POST
    @Path("/{id}/rotation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "rotateApiKey", summary = "Gives an API key a new secret and a new life")
    @APIResponse(responseCode = "200", description = "The key with its new secret, which cannot be shown again")
    public Uni<IssuedApiKey> rotate(UUID id, @NotNull @Valid KeyRotation rotation) {
        return keys.rotate(caller.accountId(), id, Duration.ofHours(rotation.overlapHours()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteApiKey", summary = "Revokes an API key")
    @APIResponse(responseCode = "204", description = "The key opens nothing; its tokens die within 10 seconds")
    public Uni<Void> revoke(UUID id) {
        return keys.revoke(caller.accountId(), id);
    }
}
