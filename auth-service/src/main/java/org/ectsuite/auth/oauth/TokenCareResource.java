package org.ectsuite.auth.oauth;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.protocol.OAuthException;
import org.ectsuite.auth.protocol.Parameters;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** What is done with tokens after they are given: handed back, and asked about. */
@Path("/oauth")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth")
class TokenCareResource {

    private final ClientCheck check;
    private final RevocationEndpoint revocation;
    private final IntrospectionEndpoint introspection;

    TokenCareResource(ClientCheck check, RevocationEndpoint revocation, IntrospectionEndpoint introspection) {
        this.check = check;
        this.revocation = revocation;
        this.introspection = introspection;
    }

    @POST
    @Path("/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "revokeToken", summary = "A client gives a token back (RFC 7009)")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = Form.class)))
    @APIResponse(responseCode = "200", description = "The token is of no use, if it ever was")
    @APIResponse(
            responseCode = "401",
            description = "The client is not believed",
            content = @Content(schema = @Schema(implementation = ErrorResponse.class)))
    public Uni<RestResponse<Void>> revoke(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Parameter(hidden = true) @Nullable String authorization,
            MultivaluedMap<String, String> form) {
        Parameters parameters = readable(form);
        return check.check(authorization, parameters)
                .chain(client -> revocation.revoke(client, parameters))
                .replaceWith(RestResponse::ok);
    }

    @POST
    @Path("/introspect")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "introspectToken", summary = "Tells a service what a token for it is worth (RFC 7662)")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = Form.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Introspection.class)))
    @APIResponse(
            responseCode = "401",
            description = "The client is not believed",
            content = @Content(schema = @Schema(implementation = ErrorResponse.class)))
    public Uni<Introspection> introspect(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Parameter(hidden = true) @Nullable String authorization,
            MultivaluedMap<String, String> form) {
        Parameters parameters = readable(form);
        return check.check(authorization, parameters).chain(client -> introspection.introspect(client, parameters));
    }

    /** Whoever sends nothing is told so, before he is asked who he is. */
    private static Parameters readable(MultivaluedMap<String, String> form) {
        Parameters parameters = Parameters.of(form);
        parameters.require("token");
        return parameters;
    }

    @ServerExceptionMapper
    public RestResponse<ErrorResponse> refused(OAuthException refusal) {
        return ErrorResponse.to(refusal);
    }

    /** The form, for the description of the API; the program's id and secret may come by HTTP Basic instead. */
    @Schema(name = "TokenCareRequest")
    record Form(
            @Schema(required = true) String token,
            @Schema(name = "token_type_hint") @Nullable String tokenTypeHint,
            @Schema(name = "client_id") @Nullable String clientId,
            @Schema(name = "client_secret") @Nullable String clientSecret) {}
}
