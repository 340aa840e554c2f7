package org.ectsuite.auth.keys;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The public keys by which everybody checks our tokens. */
@Path("/jwks")
@PermitAll
@Tag(name = "Keys")
class JwksResource {

    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getJwks", summary = "The published signing keys (RFC 7517)")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Jwks.class)))
    public RestResponse<String> jwks() {
        return RestResponse.ResponseBuilder.ok(keys.jwks())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }

    /** The shape of the key set, for the description of the API. */
    @Schema(name = "Jwks")
    record Jwks(List<Jwk> keys) {}

    /** One public key (RFC 7517): on a curve with {@code crv}, {@code x}, {@code y}, or of RSA with {@code n}, {@code e}. */
    @Schema(name = "Jwk")
    record Jwk(
            String kty,
            String kid,
            String alg,
            String use,
            @Nullable String crv,
            @Nullable String x,
            @Nullable String y,
            @Nullable String n,
            @Nullable String e) {}
}
