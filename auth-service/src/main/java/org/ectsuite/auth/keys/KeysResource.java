package org.ectsuite.auth.keys;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.Roles;

/** The signing keys, for administrators. */
@Path("/admin/keys")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
class KeysResource {

    private final KeyStore store;
    private final SigningKeys keys;

    KeysResource(KeyStore store, SigningKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    @GET
    @Operation(operationId = "listSigningKeys", summary = "The signing keys and what will become of them")
    public Uni<KeyView.All> list() {
        return store.list().map(KeyView.All::new);
    }

    @POST
    @Path("/rotation")
    @Operation(
            operationId = "rotateSigningKeys",
            summary = "New keys take over as soon as everybody can know them; nobody notices")
    public Uni<KeyView.All> rotate() {
        return keys.rotate().map(KeyView.All::new);
    }

    @POST
    @Path("/revocation")
    @Operation(
            operationId = "revokeSigningKeys",
            summary = "The keys are gone at once; every access token must be renewed, every ID token is void")
    public Uni<KeyView.All> revokeAll() {
        return keys.revokeAll().map(KeyView.All::new);
    }
}
