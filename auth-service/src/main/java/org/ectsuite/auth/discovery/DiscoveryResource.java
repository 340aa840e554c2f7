package org.ectsuite.auth.discovery;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The provider's description. OpenID Connect looks for it below the issuer; RFC 8414 puts the well-known part before the
 * issuer's path, so a gateway leads {@code /.well-known/oauth-authorization-server/auth} here, too.
 */
@Path("/.well-known")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth")
class DiscoveryResource {

    private static final String CACHE = "public, max-age=300";

    private final ProviderMetadata metadata;

    DiscoveryResource(@ConfigProperty(name = "ect.public-url") String publicUrl) {
        this.metadata = ProviderMetadata.of(publicUrl + "/auth");
    }

    @GET
    @Path("/openid-configuration")
    @Operation(operationId = "getOpenIdConfiguration", summary = "What this OpenID provider can do, and where")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProviderMetadata.class)))
    public RestResponse<ProviderMetadata> openId() {
        return answer();
    }

    @GET
    @Path("/oauth-authorization-server")
    @Operation(operationId = "getAuthorizationServerMetadata", summary = "The same after RFC 8414")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProviderMetadata.class)))
    public RestResponse<ProviderMetadata> authorizationServer() {
        return answer();
    }

    private RestResponse<ProviderMetadata> answer() {
        return RestResponse.ResponseBuilder.ok(metadata)
                .header(HttpHeaders.CACHE_CONTROL, CACHE)
                .build();
    }
}
