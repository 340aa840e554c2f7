package org.ectsuite.auth.account;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.version.Versions;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The caller's own account. */
@Path("/me")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own account")
class MeResource {

    private final Accounts accounts;
    private final ProfileChanges changes;
    private final CurrentCaller caller;

    MeResource(Accounts accounts, ProfileChanges changes, CurrentCaller caller) {
        this.accounts = accounts;
        this.changes = changes;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getMe", summary = "The caller's own account; the ETag is its version")
    public Uni<RestResponse<MeView>> get() {
        return accounts.get(caller.get().requireUserId()).map(MeResource::answer);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putMe", summary = "Changes the caller's own profile; shown elsewhere within 10 minutes")
    public Uni<RestResponse<MeView>> put(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid ProfileRequest request) {
        return changes.write(caller.get().requireUserId(), Versions.required(ifMatch), Profile.of(request))
                .map(MeResource::answer);
    }

    private static RestResponse<MeView> answer(AccountView account) {
        return RestResponse.ResponseBuilder.ok(MeView.of(account))
                .header(HttpHeaders.ETAG, Versions.etag(account.version()))
                .build();
    }
}
