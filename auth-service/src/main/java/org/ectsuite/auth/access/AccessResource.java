package org.ectsuite.auth.access;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.AdministeredAccount;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.version.Versions;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Roles and suspensions, for administrators. */
@Path("/accounts/{id}")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
class AccessResource {

    private final AccessChanges changes;
    private final CurrentCaller caller;
    private final Clock clock;

    AccessResource(AccessChanges changes, CurrentCaller caller, Clock clock) {
        this.changes = changes;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @Path("/role")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putAccountRole", summary = "Gives an account its global role")
    public Uni<RestResponse<AdministeredAccount>> role(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid RoleRequest request) {
        return changes.assignRole(id, Versions.required(ifMatch), request.role())
                .map(this::answer);
    }

    @PUT
    @Path("/ban")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putAccountBan", summary = "Suspends an account, and ends its sessions everywhere")
    public Uni<RestResponse<AdministeredAccount>> ban(UUID id, @NotNull @Valid BanRequest request) {
        return changes.ban(caller.get().requireUserId(), id, request.reason().strip(), request.until())
                .map(this::answer);
    }

    @DELETE
    @Path("/ban")
    @Operation(operationId = "deleteAccountBan", summary = "Lifts a suspension")
    public Uni<RestResponse<AdministeredAccount>> unban(UUID id) {
        return changes.unban(id).map(this::answer);
    }

    @PUT
    @Path("/deactivation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putAccountDeactivation", summary = "Puts an account to rest, and ends its sessions")
    public Uni<RestResponse<AdministeredAccount>> deactivate(UUID id, @NotNull @Valid DeactivationRequest request) {
        return changes.deactivate(
                        caller.get().requireUserId(), id, request.reason().strip())
                .map(this::answer);
    }

    @DELETE
    @Path("/deactivation")
    @Operation(operationId = "deleteAccountDeactivation", summary = "Lets the owner of an account at rest in again")
    public Uni<RestResponse<AdministeredAccount>> activate(UUID id) {
        return changes.activate(id).map(this::answer);
    }

    private RestResponse<AdministeredAccount> answer(AccountView account) {
        return RestResponse.ResponseBuilder.ok(AdministeredAccount.of(account, clock.instant()))
                .header(HttpHeaders.ETAG, Versions.etag(account.version()))
                .build();
    }
}
